package org.cbthomework.plugin.subset;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import java.util.List;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Questionnaire;
import org.jspecify.annotations.Nullable;

/**
 * {@code $homework-check-worksheet} on Questionnaire: whether one that is sent, or one that is stored, is within the published
 * subset. The answer is an OperationOutcome with an error for each reason, or one piece of information. Nothing is stored.
 */
public final class CheckWorksheetOperation {

    private static final String NAME = "$homework-check-worksheet";
    private static final String DEFINITION =
            "https://w3id.org/cbt-homework/fhir/OperationDefinition/homework-check-worksheet";

    /** More than this many reasons are not told; they would not be read either. */
    private static final int MOST_REASONS = 500;

    private final DaoRegistry daos;
    private final Subset subset = new Subset();

    public CheckWorksheetOperation(DaoRegistry daos) {
        this.daos = daos;
    }

    /** Of one that is sent. */
    @Operation(name = NAME, typeName = "Questionnaire", idempotent = true, canonicalUrl = DEFINITION)
    public OperationOutcome ofSent(@OperationParam(name = "resource", max = 1) @Nullable Questionnaire resource) {
        if (resource == null) {
            throw new InvalidRequestException("The parameter resource is missing; send the Questionnaire in it");
        }
        return told(subset.check(resource));
    }

    /** Of one that is stored. */
    @Operation(name = NAME, typeName = "Questionnaire", idempotent = true, canonicalUrl = DEFINITION)
    public OperationOutcome ofStored(@IdParam IdType id, RequestDetails request) {
        return told(subset.check(daos.getResourceDao(Questionnaire.class).read(id, request)));
    }

    private OperationOutcome told(List<Reason> reasons) {
        OperationOutcome outcome = new OperationOutcome();
        if (reasons.isEmpty()) {
            outcome.addIssue()
                    .setSeverity(IssueSeverity.INFORMATION)
                    .setCode(IssueType.INFORMATIONAL)
                    .getDetails()
                    .setText("The worksheet is inside the subset of version " + subset.version());
        }
        reasons.stream()
                .limit(MOST_REASONS)
                .forEach(reason -> outcome.addIssue()
                        .setSeverity(IssueSeverity.ERROR)
                        .setCode(IssueType.NOTSUPPORTED)
                        .setDiagnostics("rule " + reason.rule() + " of the subset of version " + subset.version())
                        .addExpression(reason.expression())
                        .getDetails()
                        .setText(reason.sentence()));
        return outcome;
    }
}
