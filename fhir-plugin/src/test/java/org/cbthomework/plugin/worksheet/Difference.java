package org.cbthomework.plugin.worksheet;

import ca.uhn.fhir.validation.SingleValidationMessage;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cbthomework.plugin.refusal.Problem;

/** Where we and HAPI's validator differ on purpose, each with the reason; on all else we agree. */
enum Difference {
    /** Answers are found by linkId, and R4 asks for no order: an EHR that sends them in another loses no homework. */
    ANY_ORDER(Theirs.ONLY, "Questionnaire_QR_Item_Order", "items are out of order"),

    /** A group sent empty is one not answered yet: incomplete, and not an error (rule 8). */
    EMPTY_GROUP(Theirs.ONLY, "QUESTIONNAIRE_QR_ITEM_GROUP_REQUIRED", "No sub-items found for required group"),

    /** A stated size that is not the size is for the server's own validation; we go by the data. */
    MISSTATED_SIZE(Theirs.ONLY, "TYPE_SPECIFIC_CHECKS_DT_ATT_SIZE_CORRECT", "does not match actual attachment size"),

    /** The validator refuses as many answers as are allowed: it is off by one. */
    AS_MANY_AS_ALLOWED(Theirs.ONLY, "QUESTIONNAIRE_QR_ITEM_MAX_OCCURS", "is (\\d+) but this has \\1 answers"),

    /** The validator does not expand a value set that the form contains. */
    CONTAINED_VALUE_SET(
            Theirs.ONLY,
            "Questionnaire_QR_Item_BadOption",
            "'(forgot|no-time|found|not-yet)' in the system 'https://w3id.org/"),

    /** The validator finds no date among options that are dates. */
    DATE_AMONG_OPTIONS(Theirs.ONLY, "Questionnaire_QR_Item_NoDate", "The date 2026-12-0[18] is not in the set"),

    /** The validator heeds maxOccurs on questions alone. */
    TOO_MANY_GROUPS(Theirs.NONE, "", "stands there \\d+ times; at most \\d+"),

    /** The validator lets a repeating question be given in several items; R4 repeats groups so, and of questions the answer. */
    REPEATED_QUESTION(Theirs.NONE, "", "'(obstacle|numbers|open)' stands there \\d+ times; give it once"),

    /** The validator heeds maxLength on questions of type string alone; R4 has it for text too. */
    TOO_LONG_A_TEXT(
            Theirs.NONE,
            "",
            "'(?!string|if-|feeling'|body|step'|sketch-title')[\\w.-]+' is longer than \\d+ characters");

    private enum Theirs {
        ONLY,
        NONE
    }

    private final Theirs theirs;
    private final String messageId;
    private final Pattern message;

    Difference(Theirs theirs, String messageId, String message) {
        this.theirs = theirs;
        this.messageId = messageId;
        this.message = Pattern.compile(message);
    }

    /** What the validator says and we mean not to. */
    boolean covers(SingleValidationMessage error) {
        return theirs == Theirs.ONLY
                && messageId.equals(Objects.requireNonNullElse(error.getMessageId(), ""))
                && message.matcher(error.getMessage()).find();
    }

    /** What we say and the validator does not. */
    boolean covers(Problem problem) {
        return theirs == Theirs.NONE && message.matcher(problem.message()).find();
    }

    static List<SingleValidationMessage> without(List<SingleValidationMessage> errors) {
        return errors.stream()
                .filter(error -> Stream.of(values()).noneMatch(each -> each.covers(error)))
                .toList();
    }
}
