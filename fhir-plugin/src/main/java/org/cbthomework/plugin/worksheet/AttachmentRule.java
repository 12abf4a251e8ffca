package org.cbthomework.plugin.worksheet;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import org.hl7.fhir.r4.model.Attachment;

/** Which kinds of attachment a question takes, and how large. */
final class AttachmentRule {

    private AttachmentRule() {}

    /** What is wrong with an attachment, if anything. */
    static Optional<String> breach(Question question, Attachment attachment) {
        if (attachment.hasData() && !attachment.hasContentType()) {
            return Optional.of("has an attachment of no kind; give its contentType");
        }
        if (!question.mediaTypes().isEmpty()
                && question.mediaTypes().stream().noneMatch(each -> isOf(each, attachment.getContentType()))) {
            return Optional.of(
                    "has an attachment of another kind; it takes " + String.join(", ", question.mediaTypes()));
        }
        int bytes = attachment.hasData() ? attachment.getData().length : attachment.getSize();
        return question.largestBytes()
                .filter(most -> BigDecimal.valueOf(bytes).compareTo(most) > 0)
                .map(most -> "has an attachment of " + bytes + " bytes; at most " + most.toPlainString());
    }

    /** Parameters, as in {@code audio/webm;codecs=opus}, make no difference, nor does upper case. */
    private static boolean isOf(String kind, String contentType) {
        String plain = String.valueOf(contentType).split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        String wanted = kind.toLowerCase(Locale.ROOT);
        return wanted.endsWith("/*")
                ? plain.startsWith(wanted.substring(0, wanted.length() - 1))
                : plain.equals(wanted);
    }
}
