package org.cbthomework.questionnaires.validation;

import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Resource;

/** What the validator says of one resource. */
record Findings(List<SingleValidationMessage> messages) {

    static Findings of(String json) {
        return new Findings(OfflineValidator.validate(json));
    }

    static Findings of(Resource resource) {
        return new Findings(OfflineValidator.validate(resource));
    }

    /** Messages, of any severity, that no known limit explains. */
    List<String> unexplained() {
        return messages.stream()
                .filter(message -> Stream.of(OutOfReach.values()).noneMatch(limit -> limit.covers(message)))
                .map(Findings::line)
                .toList();
    }

    List<String> errors() {
        return messages.stream().filter(Findings::isError).map(Findings::line).toList();
    }

    /** Errors other than that a required answer is missing. */
    List<String> errorsBesideMissingAnswers() {
        return messages.stream()
                .filter(Findings::isError)
                .filter(message -> !OutOfReach.isMissingAnswer(message))
                .map(Findings::line)
                .toList();
    }

    private static boolean isError(SingleValidationMessage message) {
        return message.getSeverity().compareTo(ResultSeverityEnum.ERROR) >= 0;
    }

    private static String line(SingleValidationMessage message) {
        return "%s [%s] %s at %s"
                .formatted(
                        message.getSeverity(),
                        message.getMessageId(),
                        message.getMessage(),
                        message.getLocationString());
    }
}
