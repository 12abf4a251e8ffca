package org.cbthomework.plugin.worksheet;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemType;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;

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
            return attachment(question, attachment);
        }
        OptionalInt longest = question.longest();
        if (longest.isPresent()
                && answer instanceof StringType text
                && text.getValue().codePointCount(0, text.getValue().length()) > longest.getAsInt()) {
            return Optional.of("is longer than " + longest.getAsInt() + " characters");
        }
        return range(question, answer);
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

    private static Optional<String> attachment(Question question, Attachment attachment) {
        if (!question.mediaTypes().isEmpty()
                && !question.mediaTypes().contains(String.valueOf(attachment.getContentType()))) {
            return Optional.of(
                    "has an attachment of another kind; it takes " + String.join(", ", question.mediaTypes()));
        }
        int bytes = attachment.hasData() ? attachment.getData().length : attachment.getSize();
        return question.largestBytes()
                .filter(most -> BigDecimal.valueOf(bytes).compareTo(most) > 0)
                .map(most -> "has an attachment of " + bytes + " bytes; at most " + most.toPlainString());
    }
}
