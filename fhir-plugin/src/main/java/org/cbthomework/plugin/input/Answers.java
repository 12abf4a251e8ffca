package org.cbthomework.plugin.input;

import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.exceptions.PayloadTooLargeException;
import ca.uhn.fhir.rest.server.exceptions.UnclassifiedServerFailureException;
import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import java.util.Set;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;

/** How the client is told. */
final class Answers {

    /** HAPI's numbers of what it says when a body or a patch cannot be parsed; it quotes them. */
    private static final Set<String> QUOTING = Set.of("HAPI-0450:", "HAPI-1271:", "HAPI-1272:");

    private Answers() {}

    static BaseServerResponseException of(Refusal refusal) {
        String message = String.valueOf(refusal.getMessage());
        OperationOutcome outcome = new OperationOutcome();
        outcome.addIssue()
                .setSeverity(IssueSeverity.ERROR)
                .setCode(refusal.rule().issue())
                .setDiagnostics(message);
        return switch (refusal.status()) {
            case 400 -> new InvalidRequestException(message, outcome);
            case 413 -> new PayloadTooLargeException(message, outcome);
            case 422 -> new UnprocessableEntityException(message, outcome);
            default -> new UnclassifiedServerFailureException(refusal.status(), message, outcome);
        };
    }

    /** Whether the parameters could not be read, which HAPI takes for its own failure. */
    static boolean isMisencoded(Throwable failure) {
        return failure instanceof IllegalArgumentException
                && String.valueOf(failure.getMessage()).startsWith("URLDecoder:");
    }

    /** Whether HAPI's parser speaks, and so may quote a body. */
    static boolean isQuoting(Throwable failure) {
        String message = String.valueOf(failure.getMessage());
        return failure instanceof DataFormatException
                || (failure instanceof InvalidRequestException
                        && QUOTING.stream().anyMatch(message::startsWith));
    }
}
