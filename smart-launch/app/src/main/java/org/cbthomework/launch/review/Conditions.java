package org.cbthomework.launch.review;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Questionnaire.EnableWhenBehavior;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemEnableWhenComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemAnswerComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.hl7.fhir.r4.model.Type;

/**
 * Whether a question was asked, given other answers. What hangs on an expression counts as asked: so a question that was
 * left out is never taken for one that was not put.
 */
final class Conditions {

    private Conditions() {}

    /**
     * Of one item.
     *
     * @param scopes the items around it, the nearest first: what is nearer is what the condition means
     */
    static boolean hold(QuestionnaireItemComponent item, List<List<QuestionnaireResponseItemComponent>> scopes) {
        if (!item.hasEnableWhen()) {
            return true;
        }
        return item.getEnableBehavior() == EnableWhenBehavior.ANY
                ? item.getEnableWhen().stream().anyMatch(each -> holds(each, scopes))
                : item.getEnableWhen().stream().allMatch(each -> holds(each, scopes));
    }

    private static boolean holds(
            QuestionnaireItemEnableWhenComponent condition, List<List<QuestionnaireResponseItemComponent>> scopes) {
        List<Type> answers = scopes.stream()
                .map(items -> Answers.deep(condition.getQuestion(), items))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of())
                .stream()
                .map(QuestionnaireResponseItemAnswerComponent::getValue)
                .toList();
        Type wanted = condition.getAnswer();
        return switch (condition.getOperator()) {
            case EXISTS -> answers.isEmpty() != (wanted instanceof BooleanType asked && asked.booleanValue());
            case EQUAL -> answers.stream().anyMatch(each -> isSame(each, wanted));
            case NOT_EQUAL -> !answers.isEmpty() && answers.stream().noneMatch(each -> isSame(each, wanted));
            case GREATER_THAN -> compares(answers, wanted, 1, 1);
            case LESS_THAN -> compares(answers, wanted, -1, -1);
            case GREATER_OR_EQUAL -> compares(answers, wanted, 0, 1);
            case LESS_OR_EQUAL -> compares(answers, wanted, -1, 0);
            case NULL -> true;
        };
    }

    private static boolean isSame(Type answer, Type wanted) {
        if (answer instanceof Coding given && wanted instanceof Coding asked) {
            return given.getCode() != null
                    && given.getCode().equals(asked.getCode())
                    && (!given.hasSystem()
                            || !asked.hasSystem()
                            || given.getSystem().equals(asked.getSystem()));
        }
        return number(answer)
                .flatMap(one -> number(wanted).map(other -> one.compareTo(other) == 0))
                .orElseGet(() -> answer.equalsShallow(wanted));
    }

    private static boolean compares(List<Type> answers, Type wanted, int least, int most) {
        return answers.stream()
                .map(each -> order(each, wanted))
                .anyMatch(order ->
                        order.filter(one -> one >= least && one <= most).isPresent());
    }

    private static Optional<Integer> order(Type answer, Type wanted) {
        Optional<Integer> numbers =
                number(answer).flatMap(one -> number(wanted).map(other -> Integer.signum(one.compareTo(other))));
        return numbers.isPresent() || !answer.isPrimitive() || !wanted.isPrimitive()
                ? numbers
                : Optional.of(Integer.signum(answer.primitiveValue().compareTo(wanted.primitiveValue())));
    }

    private static Optional<BigDecimal> number(Type value) {
        if (value instanceof IntegerType whole) {
            return Optional.of(BigDecimal.valueOf(whole.getValue()));
        }
        if (value instanceof DecimalType decimal) {
            return Optional.of(decimal.getValue());
        }
        return value instanceof Quantity quantity ? Optional.ofNullable(quantity.getValue()) : Optional.empty();
    }
}
