package org.cbthomework.plugin.worksheet;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemType;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.TimeType;
import org.hl7.fhir.r4.model.Type;
import org.hl7.fhir.r4.model.UriType;

/** What an expression gives, as an answer to a question: one value, of its type, or none. */
final class Fitting {

    private Fitting() {}

    static Optional<Type> answer(QuestionnaireItemType type, List<Base> value) {
        if (value.size() != 1) {
            return Optional.empty();
        }
        Base one = value.get(0);
        return switch (type) {
            case BOOLEAN -> is(BooleanType.class, one);
            case INTEGER -> number(one).flatMap(Fitting::whole);
            case DECIMAL -> number(one).map(DecimalType::new);
            case DATE -> is(DateType.class, one);
            case DATETIME -> is(DateTimeType.class, one);
            case TIME -> is(TimeType.class, one);
            case STRING, TEXT -> text(one).map(StringType::new);
            case URL -> text(one).map(UriType::new);
            case QUANTITY -> is(Quantity.class, one);
            case CHOICE, OPENCHOICE -> chosen(one);
            default -> Optional.empty();
        };
    }

    private static Optional<Type> chosen(Base one) {
        return text(one)
                .<Type>map(StringType::new)
                .or(() -> is(Coding.class, one))
                .or(() -> is(IntegerType.class, one))
                .or(() -> is(DateType.class, one))
                .or(() -> is(TimeType.class, one));
    }

    private static <T extends Type> Optional<Type> is(Class<T> type, Base one) {
        return type.isInstance(one) ? Optional.of(type.cast(one).copy()) : Optional.empty();
    }

    private static Optional<BigDecimal> number(Base one) {
        if (one instanceof IntegerType whole) {
            return Optional.of(BigDecimal.valueOf(whole.getValue()));
        }
        return one instanceof DecimalType number ? Optional.of(number.getValue()) : Optional.empty();
    }

    /** A number without a fraction; one that has any is no answer to a question for an integer. */
    private static Optional<Type> whole(BigDecimal number) {
        try {
            return Optional.of(new IntegerType(number.intValueExact()));
        } catch (ArithmeticException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> text(Base one) {
        return one instanceof StringType || one instanceof UriType
                ? Optional.ofNullable(one.primitiveValue())
                : Optional.empty();
    }
}
