package org.cbthomework.plugin.worksheet;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;

/**
 * Counts how many of the required and enabled questions a response answers (rule 8 of adherence). A required question
 * counts once in each instance of its group; a required group that asks nothing required counts as one, answered by
 * anything in it; a repeating group that is not required and not begun counts nothing, nor does what is hidden, nor what is
 * in it.
 */
final class Counting {

    private final SortedSet<String> missing = new TreeSet<>();
    private int required;
    private int answered;

    int required() {
        return required;
    }

    int answered() {
        return answered;
    }

    /** The linkIds of what is required, shown and not answered. */
    SortedSet<String> missing() {
        return missing;
    }

    void level(Map<String, Question> questions, Answers answers) {
        questions.values().stream()
                .filter(question -> !question.isDisplay() && !question.isHidden())
                .filter(question -> Showing.of(question, answers) == Showing.SHOWN)
                .forEach(question -> count(question, answers));
    }

    private void count(Question question, Answers answers) {
        List<QuestionnaireResponseItemComponent> items = answers.itemsOf(question.linkId());
        if (!question.isGroup()) {
            countLeaf(question, items, answers);
        } else if (question.isWanted() && !question.wantsBelow()) {
            add(question, items.stream().anyMatch(Answers::anyIn));
        } else if (items.isEmpty()) {
            boolean shownAnyway = question.isWanted() || !question.definition().getRepeats();
            if (shownAnyway) {
                level(question.children(), answers.withinNone(question));
            }
        } else {
            items.forEach(item -> level(question.children(), answers.within(question, item)));
        }
    }

    private void countLeaf(Question question, List<QuestionnaireResponseItemComponent> items, Answers answers) {
        if (question.isWanted()) {
            long given = items.stream()
                    .flatMap(item -> item.getAnswer().stream())
                    .filter(Answers::says)
                    .count();
            add(question, given >= question.fewest());
        }
        items.stream()
                .flatMap(item -> item.getAnswer().stream())
                .filter(Answers::says)
                .forEach(answer -> level(question.children(), answers.within(question, answer.getItem())));
    }

    private void add(Question question, boolean isAnswered) {
        required++;
        if (isAnswered) {
            answered++;
        } else {
            missing.add(question.linkId());
        }
    }
}
