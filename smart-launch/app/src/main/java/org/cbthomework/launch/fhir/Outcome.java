package org.cbthomework.launch.fhir;

import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.OperationOutcomeIssueComponent;

/** What an OperationOutcome says, as far as it is meant for people. */
final class Outcome {

    private static final int MOST_CHARACTERS = 300;
    private static final Pattern NUMBER = Pattern.compile("^HAPI-[0-9]+: ");
    private static final Pattern UNSEEMLY = Pattern.compile("\\p{Cntrl}|[<>]|[\\u202A-\\u202E\\u2066-\\u2069]");
    private static final Pattern INSIDES =
            Pattern.compile("Exception|\\bat [a-z]+\\.[a-z]+|\\bSQL\\b|eyJ[A-Za-z0-9_-]{8}", Pattern.CASE_INSENSITIVE);

    private Outcome() {}

    static String of(BaseServerResponseException answer) {
        return Optional.ofNullable(answer.getOperationOutcome())
                .filter(OperationOutcome.class::isInstance)
                .map(OperationOutcome.class::cast)
                .flatMap(Outcome::text)
                .orElse("The homework server refused it with status " + answer.getStatusCode());
    }

    /** What is said of each error. */
    static List<String> errors(OperationOutcome outcome) {
        return outcome.getIssue().stream()
                .filter(issue ->
                        issue.getSeverity() == IssueSeverity.ERROR || issue.getSeverity() == IssueSeverity.FATAL)
                .map(Outcome::text)
                .filter(text -> !text.isBlank())
                .toList();
    }

    private static Optional<String> text(OperationOutcome outcome) {
        return outcome.getIssue().stream()
                .map(Outcome::text)
                .filter(text -> !text.isBlank() && !INSIDES.matcher(text).find())
                .findFirst();
    }

    private static String text(OperationOutcomeIssueComponent issue) {
        String told = issue.getDetails().hasText() ? issue.getDetails().getText() : issue.getDiagnostics();
        if (told == null) {
            return "";
        }
        String clean = UNSEEMLY.matcher(NUMBER.matcher(told).replaceFirst("")).replaceAll(" ");
        return clean.length() > MOST_CHARACTERS ? clean.substring(0, MOST_CHARACTERS) + "..." : clean;
    }
}
