package org.cbthomework.plugin.worksheet;

import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Questionnaire.EnableWhenBehavior;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemEnableWhenComponent;
import org.hl7.fhir.r4.model.Type;

/** Whether an item is shown (FHIR R4, Questionnaire.item.enableWhen). */
final class Condition {

    private Condition() {}

    /** Whether the item is enabled by the answers seen from its level. */
    static boolean enables(QuestionnaireItemComponent item, Answers answers) {
        List<QuestionnaireItemEnableWhenComponent> conditions = item.getEnableWhen();
        if (conditions.isEmpty()) {
            return true;
        }
        return item.getEnableBehavior() == EnableWhenBehavior.ANY
                ? conditions.stream().anyMatch(each -> holds(each, answers))
                : conditions.stream().allMatch(each -> holds(each, answers));
    }

    private static boolean holds(QuestionnaireItemEnableWhenComponent condition, Answers answers) {
        List<Type> given = answers.to(condition.getQuestion());
        Type wanted = condition.getAnswer();
        return switch (condition.getOperator()) {
            case EXISTS -> ((BooleanType) wanted).booleanValue() != given.isEmpty();
            case EQUAL -> given.stream().anyMatch(each -> same(each, wanted));
            case NOT_EQUAL -> !given.isEmpty() && given.stream().noneMatch(each -> same(each, wanted));
            case GREATER_THAN -> any(given, wanted, sign -> sign > 0);
            case GREATER_OR_EQUAL -> any(given, wanted, sign -> sign >= 0);
            case LESS_THAN -> any(given, wanted, sign -> sign < 0);
            case LESS_OR_EQUAL -> any(given, wanted, sign -> sign <= 0);
            case NULL -> true;
        };
    }

    private static boolean any(List<Type> given, Type wanted, IntPredicate test) {
        return given.stream().anyMatch(each -> {
            OptionalInt sign = compare(each, wanted);
            return sign.isPresent() && test.test(sign.getAsInt());
        });
    }

    private static boolean same(Type given, Type wanted) {
        if (given instanceof Coding one && wanted instanceof Coding other) {
            return Options.Code.of(one).equals(Options.Code.of(other));
        }
        OptionalInt sign = compare(given, wanted);
        return sign.isPresent() ? sign.getAsInt() == 0 : given.equalsDeep(wanted);
    }

    /** The sign of a comparison; empty if the two cannot be compared. */
    static OptionalInt compare(Type one, Type other) {
        if (one instanceof BaseDateTimeType first && other instanceof BaseDateTimeType second) {
            return OptionalInt.of(first.getValue().compareTo(second.getValue()));
        }
        if (one instanceof Quantity first && other instanceof Quantity second && !Units.agree(first, second)) {
            return OptionalInt.empty();
        }
        if (isNumber(one) && isNumber(other)) {
            return OptionalInt.of(number(one).compareTo(number(other)));
        }
        if (one.isPrimitive() && other.isPrimitive() && one.fhirType().equals(other.fhirType())) {
            return OptionalInt.of(one.primitiveValue().compareTo(other.primitiveValue()));
        }
        return OptionalInt.empty();
    }

    private static boolean isNumber(Type value) {
        return value instanceof IntegerType
                || value instanceof DecimalType
                || (value instanceof Quantity quantity && quantity.hasValue());
    }

    private static BigDecimal number(Type value) {
        return value instanceof Quantity quantity ? quantity.getValue() : new BigDecimal(value.primitiveValue());
    }
}
