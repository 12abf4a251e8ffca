package org.cbthomework.plugin.access;

import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/** In the answer to a batch, entries about what is not there, or no longer, read like those that are denied. */
final class Absence {

    private Absence() {}

    static void answerAsDenied(Bundle answer) {
        answer.getEntry().stream().filter(Absence::isTold).forEach(entry -> {
            OperationOutcome outcome = new OperationOutcome();
            outcome.addIssue()
                    .setSeverity(IssueSeverity.ERROR)
                    .setCode(IssueType.FORBIDDEN)
                    .setDiagnostics(Denial.forbidden().getMessage());
            entry.setResource(null);
            entry.setResponse(new Bundle.BundleEntryResponseComponent()
                    .setStatus("403 Forbidden")
                    .setOutcome(outcome));
        });
    }

    private static boolean isTold(BundleEntryComponent entry) {
        String status = entry.getResponse().getStatus();
        return status != null && (status.startsWith("403") || status.startsWith("404") || status.startsWith("410"));
    }
}
