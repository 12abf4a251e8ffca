package org.cbthomework.plugin.response;

import java.util.List;
import org.cbthomework.plugin.assignment.Agreeing;
import org.cbthomework.plugin.assignment.KnownAssignments;
import org.cbthomework.plugin.ledger.AssignmentKey;
import org.hl7.fhir.r4.model.QuestionnaireResponse;

/** Does what follows from feedback on homework as it is stored: whether the patient agrees is written into the order. */
public final class TakingFeedback {

    private final KnownAssignments assignments;
    private final Agreeing agreeing;

    public TakingFeedback(KnownAssignments assignments, Agreeing agreeing) {
        this.assignments = assignments;
        this.agreeing = agreeing;
    }

    /** As it is stored, and was held against its order. */
    public void take(QuestionnaireResponse response) {
        orders(response)
                .forEach(order -> Feedback.answer(response)
                        .ifPresentOrElse(answer -> agreeing.answered(order, answer), () -> takeBack(response, order)));
    }

    /** As another version of it is stored, which may be about another order. */
    public void take(QuestionnaireResponse before, QuestionnaireResponse response) {
        List<AssignmentKey> orders = orders(response);
        orders(before).stream().filter(order -> !orders.contains(order)).forEach(order -> takeBack(before, order));
        take(response);
    }

    /** As it is deleted. */
    public void forget(QuestionnaireResponse response) {
        orders(response).forEach(order -> takeBack(response, order));
    }

    private void takeBack(QuestionnaireResponse response, AssignmentKey order) {
        agreeing.takenBack(order, response.getIdElement().getIdPart());
    }

    private List<AssignmentKey> orders(QuestionnaireResponse response) {
        Claim claim = new Claim(response);
        return Feedback.isOnAgreement(claim)
                ? claim.orders().stream()
                        .filter(key -> assignments.find(key).isPresent())
                        .toList()
                : List.of();
    }
}
