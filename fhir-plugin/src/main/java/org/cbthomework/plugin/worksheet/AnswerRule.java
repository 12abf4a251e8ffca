package org.cbthomework.plugin.worksheet;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemType;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.hl7.fhir.r4.model.UriType;

/** What a single answer must be: of the right type, offered, in range, not too long or too large. */
final class AnswerRule {

    private AnswerRule() {}

    /** What is wrong with the answer, in words that follow the name of the question and never repeat the answer. */
    static Optional<String> breach(Question question, Type answer) {
        if (!AnswerType.of(question.type()).contains(answer.fhirType())) {
            return Optional.of("has an answer of type " + answer.fhirType() + "; it takes "
                    + String.join(" or ", new TreeSet<>(AnswerType.of(question.type()))));
        }
        boolean anotherWord = question.type() == QuestionnaireItemType.OPENCHOICE && answer instanceof StringType;
        if (!anotherWord && !question.options().offer(answer)) {
            return Optional.of("has an answer that it does not offer; choose one of its options");
        }
        if (answer instanceof Attachment attachment) {
            return AttachmentRule.breach(question, attachment);
        }
        if (answer instanceof StringType || answer instanceof UriType) {
            return question.text().breach(answer.primitiveValue());
        }
        if (answer instanceof Quantity quantity) {
            return quantity(question, quantity);
        }
        return range(question, answer)
                .or(() ->
                        answer instanceof DecimalType number ? tooFine(question, number.getValue()) : Optional.empty());
    }

    private static Optional<String> quantity(Question question, Quantity quantity) {
        if (!quantity.hasValue()) {
            return Optional.of("has a quantity without a number; give one");
        }
        return question.units().breach(quantity).or(() -> tooFine(question, quantity.getValue()));
    }

    private static Optional<String> tooFine(Question question, BigDecimal number) {
        int places = Math.max(0, number.stripTrailingZeros().scale());
        return question.places().isPresent() && places > question.places().getAsInt()
                ? Optional.of("has more than " + question.places().getAsInt() + " places after the decimal point")
                : Optional.empty();
    }

    private static Optional<String> range(Question question, Type answer) {
        if (question.least().filter(least -> isBelow(answer, least)).isPresent()) {
            return Optional.of("is below " + question.least().orElseThrow().primitiveValue() + ", the least it takes");
        }
        if (question.greatest().filter(greatest -> isBelow(greatest, answer)).isPresent()) {
            return Optional.of(
                    "is above " + question.greatest().orElseThrow().primitiveValue() + ", the greatest it takes");
        }
        return Optional.empty();
    }

    private static boolean isBelow(Type one, Type other) {
        OptionalInt sign = Condition.compare(one, other);
        return sign.isPresent() && sign.getAsInt() < 0;
    }
}
