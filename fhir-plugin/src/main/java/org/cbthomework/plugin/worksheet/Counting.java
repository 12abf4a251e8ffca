package org.cbthomework.plugin.worksheet;

import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;

/**
 * Counts how many of the required and enabled questions a response answers (rule 8 of adherence). A required question
 * counts once in each instance of its group; a required group that asks nothing required counts as one, answered by
 * anything in it; a repeating group that is not required and not begun counts nothing.
 */
final class Counting {

    private int required;
    private int answered;

    int required() {
        return required;
    }

    int answered() {
        return answered;
    }

    void level(Map<String, Question> questions, Answers answers) {
        questions.values().stream()
                .filter(question -> !question.isDisplay())
                .filter(question -> Condition.enables(question.definition(), answers))
                .forEach(question -> count(question, answers));
    }

    private void count(Question question, Answers answers) {
        List<QuestionnaireResponseItemComponent> items = answers.itemsOf(question.linkId());
        if (!question.isGroup()) {
            countLeaf(question, items, answers);
        } else if (question.isWanted() && !question.wantsBelow()) {
            add(items.stream().anyMatch(Answers::anyIn));
        } else if (items.isEmpty()) {
            boolean shownAnyway = question.isWanted() || !question.definition().getRepeats();
            if (shownAnyway) {
                level(question.children(), answers.within(question, List.of()));
            }
        } else {
            items.forEach(item -> level(question.children(), answers.within(question, item.getItem())));
        }
    }

    private void countLeaf(Question question, List<QuestionnaireResponseItemComponent> items, Answers answers) {
        if (question.isWanted()) {
            add(items.stream().flatMap(item -> item.getAnswer().stream()).anyMatch(Answers::says));
        }
        items.stream()
                .flatMap(item -> item.getAnswer().stream())
                .filter(Answers::says)
                .forEach(answer -> level(question.children(), answers.within(question, answer.getItem())));
    }

    private void add(boolean isAnswered) {
        required++;
        answered += isAnswered ? 1 : 0;
    }
}
