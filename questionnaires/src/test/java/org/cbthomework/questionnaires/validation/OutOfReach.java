package org.cbthomework.questionnaires.validation;

import static ca.uhn.fhir.validation.ResultSeverityEnum.ERROR;
import static ca.uhn.fhir.validation.ResultSeverityEnum.INFORMATION;
import static ca.uhn.fhir.validation.ResultSeverityEnum.WARNING;

import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import java.util.Objects;

/** The messages that a right resource may get, each with the reason; any other message fails the build. */
enum OutOfReach {
    /** LOINC may not be redistributed as a code system; {@code MeasuresTest} holds the few codes that are used. */
    LOINC(
            WARNING,
            "TERMINOLOGY_TX_SYSTEM_UNSUPPORTED",
            "codeSystem 'http://loinc.org' version 'null' is not supported"),

    /** Resources carry no narrative yet. */
    NARRATIVE(WARNING, "http://hl7.org/fhir/StructureDefinition/DomainResource#dom-6", "dom-6"),

    /** The standard list of item controls may be extended, and ours extends it. */
    OWN_ITEM_CONTROL(WARNING, "Terminology_TX_NoValid_2_CC", "cbt-homework/fhir/CodeSystem/item-control#"),

    /** The standard list of use contexts may be extended, and ours extends it. */
    OWN_USE_CONTEXT(WARNING, "Terminology_TX_NoValid_13", "cbt-homework/fhir/CodeSystem/worksheet-context#"),

    /** The package of Structured Data Capture needs R5 definitions that its registry lacks, so it is not loaded. */
    SDC_CALCULATED_EXPRESSION(INFORMATION, "Extension_EXT_Unknown", "/sdc-questionnaire-calculatedExpression"),

    /** As above. */
    SDC_OPEN_LABEL(INFORMATION, "Extension_EXT_Unknown", "/sdc-questionnaire-openLabel"),

    /** As above. */
    SDC_ANSWER_EXPRESSION(INFORMATION, "Extension_EXT_Unknown", "/sdc-questionnaire-answerExpression"),

    /** As above. */
    SDC_INITIAL_EXPRESSION(INFORMATION, "Extension_EXT_Unknown", "/sdc-questionnaire-initialExpression"),

    /** As above. */
    SDC_LAUNCH_CONTEXT(INFORMATION, "Extension_EXT_Unknown", "/sdc-questionnaire-launchContext"),

    /** As above; an error, because nothing here holds the code system. */
    SDC_LAUNCH_CONTEXT_CODE(
            ERROR, "Terminology_TX_System_Unknown", "http://hl7.org/fhir/uv/sdc/CodeSystem/launchContext"),

    /** As above. */
    SDC_POPULATION_CONTEXT(INFORMATION, "Extension_EXT_Unknown", "/sdc-questionnaire-itemPopulationContext"),

    /** As above. */
    SDC_TASK_CODE(
            WARNING, "Terminology_PassThrough_TX_Message", "validated: http://hl7.org/fhir/uv/sdc/CodeSystem/temp"),

    /** Answers that an expression offers are not in the Questionnaire; a text of one's own is right in any case. */
    ANSWERS_BY_EXPRESSION(INFORMATION, "Questionnaire_QR_Item_StringNoOptions", "no option list is provided"),

    /** What {@code ExtensionContexts} did to stay off the network. */
    CONTEXT_IN_FHIRPATH(WARNING, "SD_CONTEXT_SHOULD_NOT_BE_FHIRPATH", "should be 'element' not 'fhirpath'"),

    /** A draft need not be complete; the message has no id. */
    DRAFT(WARNING, "", OutOfReach.MISSING_ANSWER);

    private static final String MISSING_ANSWER = "No response answer found for required item";

    private final ResultSeverityEnum severity;
    private final String messageId;
    private final String part;

    OutOfReach(ResultSeverityEnum severity, String messageId, String part) {
        this.severity = severity;
        this.messageId = messageId;
        this.part = part;
    }

    boolean covers(SingleValidationMessage message) {
        return message.getSeverity() == severity
                && messageId.equals(idOf(message))
                && message.getMessage().contains(part);
    }

    /** Whether a required answer is missing; a group that is there but empty is an error of its own, in drafts too. */
    static boolean isMissingAnswer(SingleValidationMessage message) {
        return message.getMessage().startsWith(MISSING_ANSWER);
    }

    private static String idOf(SingleValidationMessage message) {
        return Objects.requireNonNullElse(message.getMessageId(), "");
    }
}
