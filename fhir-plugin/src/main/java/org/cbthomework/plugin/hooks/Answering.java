package org.cbthomework.plugin.hooks;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.rest.server.exceptions.InternalErrorException;
import ca.uhn.fhir.rest.server.exceptions.ResourceVersionConflictException;
import ca.uhn.fhir.rest.server.exceptions.UnclassifiedServerFailureException;
import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import org.cbthomework.plugin.refusal.Problem;
import org.cbthomework.plugin.refusal.Refused;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;

/** Turns what goes wrong in a hook into the HTTP status that tells the client what to do. */
final class Answering {

    private static final Logger LOG = LoggerFactory.getLogger(Answering.class);

    private final FhirContext fhir;

    Answering(FhirContext fhir) {
        this.fhir = fhir;
    }

    /** Runs a use case: 422 for a refusal, 409 where another writer came first, 503 while the database is away; never a
     * statement or a value in the answer. */
    void answer(Runnable useCase) {
        try {
            useCase.run();
        } catch (Refused refused) {
            throw refusal(refused);
        } catch (ConcurrencyFailureException another) {
            throw new ResourceVersionConflictException(
                    "Another request changed the same homework at the same time; send this one again");
        } catch (DataAccessResourceFailureException away) {
            throw new UnclassifiedServerFailureException(
                    503, "The homework ledger cannot be reached; nothing was stored, send the request again later");
        } catch (DataAccessException broken) {
            LOG.error("The homework ledger failed: {}", broken.getClass().getSimpleName());
            throw new InternalErrorException(
                    "The homework ledger failed; nothing was stored. The server's log says when");
        }
    }

    private BaseServerResponseException refusal(Refused refused) {
        OperationOutcome outcome = new OperationOutcome();
        for (Problem problem : refused.problems()) {
            outcome.addIssue()
                    .setSeverity(IssueSeverity.ERROR)
                    .setCode(IssueType.BUSINESSRULE)
                    .setDiagnostics(problem.message())
                    .addExpression(problem.expression());
        }
        return new UnprocessableEntityException(fhir, outcome);
    }
}
