package org.cbthomework.plugin.worksheet;

import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import java.util.List;
import java.util.stream.Stream;
import org.cbthomework.plugin.OfflineValidator;
import org.cbthomework.questionnaires.ParsedLibrary;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;

/** HAPI's validator: slow, and independent of our own check. One in a JVM, because it warms up for seconds. */
final class Oracle {

    private static final FhirValidator VALIDATOR = OfflineValidator.knowing(
            Stream.concat(Stream.of(Shelf.ALL_KINDS), Shelf.FORMS.stream()).toList());

    private Oracle() {}

    /**
     * What the validator holds against the items of the response, and nothing else of it. It reads a copy in progress:
     * there a missing answer is no error.
     */
    static List<SingleValidationMessage> errors(QuestionnaireResponse response) {
        QuestionnaireResponse draft = new QuestionnaireResponse();
        draft.setStatus(QuestionnaireResponseStatus.INPROGRESS);
        draft.setQuestionnaire(response.getQuestionnaire());
        draft.setItem(response.getItem());
        try {
            return read(draft);
        } catch (UnprocessableEntityException givesUp) {
            return List.of(gaveUp(givesUp));
        }
    }

    private static List<SingleValidationMessage> read(QuestionnaireResponse draft) {
        return VALIDATOR
                .validateWithResult(ParsedLibrary.R4.newJsonParser().encodeResourceToString(draft))
                .getMessages()
                .stream()
                .filter(message -> message.getSeverity().compareTo(ResultSeverityEnum.ERROR) >= 0)
                .toList();
    }

    /** On a condition whose question is answered with another type it throws instead of telling. */
    private static SingleValidationMessage gaveUp(UnprocessableEntityException reason) {
        SingleValidationMessage message = new SingleValidationMessage();
        message.setMessageId("gave up");
        message.setMessage(reason.getMessage());
        return message;
    }
}
