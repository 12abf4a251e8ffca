package org.cbthomework.plugin.worksheet;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cbthomework.plugin.subset.expression.Formula;
import org.cbthomework.plugin.subset.expression.Scope;
import org.cbthomework.plugin.subset.expression.Sitting;
import org.cbthomework.plugin.subset.expression.Unanswerable;
import org.cbthomework.plugin.subset.expression.Variable;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.hl7.fhir.r4.model.Type;

/**
 * Puts into a copy of a response the values that follow from it, in place of those that were sent. Values may follow from
 * others and decide what is shown: it goes over all of them until nothing changes, at most once more than there are.
 */
final class Settling {

    private final Map<String, Question> questions;
    private final List<Variable> variables;
    private boolean hasChanged;
    private int calculations;

    Settling(Map<String, Question> questions, List<Variable> variables) {
        this.questions = questions;
        this.variables = variables;
    }

    /** The answers of the copy, seen from its top. */
    Answers settle(QuestionnaireResponse response) {
        Sitting sitting = new Sitting(response);
        putAside(questions, sitting.response().getItem());
        int passes = 0;
        do {
            hasChanged = false;
            level(questions, Answers.of(sitting, variables));
        } while (hasChanged && passes++ < calculations);
        return Answers.of(sitting, variables);
    }

    private void putAside(Map<String, Question> level, List<QuestionnaireResponseItemComponent> items) {
        for (QuestionnaireResponseItemComponent item : items) {
            Question question = level.get(String.valueOf(item.getLinkId()));
            if (question == null) {
                continue;
            }
            if (question.calculation().isPresent()) {
                Sent.putAside(item);
            }
            putAside(question.children(), item.getItem());
            item.getAnswer().forEach(answer -> putAside(question.children(), answer.getItem()));
        }
    }

    private void level(Map<String, Question> level, Answers answers) {
        level.values().forEach(question -> {
            boolean isShown = Showing.of(question, answers) != Showing.HIDDEN;
            question.calculation()
                    .ifPresent(formula ->
                            set(question, answers, isShown ? value(question, formula, answers) : Optional.empty()));
            if (question.isGroup()) {
                group(question, answers, isShown);
            } else {
                answers.itemsOf(question.linkId()).stream()
                        .flatMap(item -> item.getAnswer().stream())
                        .forEach(answer -> level(question.children(), answers.within(question, answer.getItem())));
            }
        });
    }

    private void group(Question group, Answers answers, boolean isShown) {
        if (!isShown) {
            answers.itemsOf(group.linkId()).forEach(instance -> clear(group.children(), instance.getItem()));
            return;
        }
        if (!group.definition().getRepeats()
                && group.calculatesBelow()
                && answers.itemsOf(group.linkId()).isEmpty()) {
            answers.items().add(new QuestionnaireResponseItemComponent().setLinkId(group.linkId()));
        }
        answers.itemsOf(group.linkId()).forEach(instance -> level(group.children(), answers.within(group, instance)));
    }

    private void clear(Map<String, Question> level, List<QuestionnaireResponseItemComponent> items) {
        for (QuestionnaireResponseItemComponent item : items) {
            Question question = level.get(String.valueOf(item.getLinkId()));
            if (question == null) {
                continue;
            }
            if (question.calculation().isPresent() && item.hasAnswer()) {
                item.setAnswer(null);
                hasChanged = true;
            }
            clear(question.children(), item.getItem());
        }
    }

    private static Optional<Type> value(Question question, Formula formula, Answers answers) {
        try {
            return answers.scope()
                    .map((Scope scope) -> scope.evaluate(formula))
                    .flatMap(value -> Fitting.answer(question.type(), value));
        } catch (Unanswerable e) {
            return Optional.empty();
        }
    }

    private void set(Question question, Answers answers, Optional<Type> value) {
        calculations++;
        List<QuestionnaireResponseItemComponent> there = answers.itemsOf(question.linkId());
        if (there.isEmpty() && value.isEmpty()) {
            return;
        }
        QuestionnaireResponseItemComponent item =
                there.isEmpty() ? new QuestionnaireResponseItemComponent().setLinkId(question.linkId()) : there.get(0);
        if (there.isEmpty()) {
            Sent.putAside(item);
            answers.items().add(item);
        }
        if (!isSame(item, value)) {
            item.setAnswer(null);
            value.ifPresent(each -> item.addAnswer().setValue(each));
            hasChanged = true;
        }
    }

    private static boolean isSame(QuestionnaireResponseItemComponent item, Optional<Type> value) {
        return value.map(each ->
                        item.hasAnswer() && item.getAnswerFirstRep().getValue().equalsDeep(each))
                .orElseGet(() -> !item.hasAnswer());
    }
}
