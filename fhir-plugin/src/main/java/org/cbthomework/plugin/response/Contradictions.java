package org.cbthomework.plugin.response;

import org.cbthomework.plugin.assignment.Assigned;
import org.cbthomework.plugin.refusal.Refused;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;

/** Where a response and what it answers cannot both be true. */
final class Contradictions {

    private Contradictions() {}

    /** Refuses a response of another patient, or to another worksheet, than was assigned. */
    static void refuse(QuestionnaireResponse response, Claim claim, Assigned assigned) {
        refuseOtherPatient(response, assigned);
        if (claim.questionnaire().isEmpty()) {
            throw new Refused(
                    "QuestionnaireResponse.questionnaire",
                    "The response names no questionnaire; " + assigned.key().resource() + " asks for "
                            + assigned.worksheet());
        }
        if (!claim.questionnaire().orElseThrow().agreesWith(assigned.worksheet())) {
            throw new Refused(
                    "QuestionnaireResponse.questionnaire",
                    "The response answers " + claim.questionnaire().orElseThrow() + ", but "
                            + assigned.key().resource() + " asks for " + assigned.worksheet());
        }
    }

    /** Refuses a response of another patient than was assigned. */
    static void refuseOtherPatient(QuestionnaireResponse response, Assigned assigned) {
        String subject = response.getSubject()
                .getReferenceElement()
                .toUnqualifiedVersionless()
                .getValue();
        if (!assigned.subject().equals(subject)) {
            throw new Refused(
                    "QuestionnaireResponse.subject",
                    "The response and " + assigned.key().resource()
                            + " are of different patients; set subject to the patient of the assignment");
        }
    }

    /** Refuses to make a draft of what was handed in: its answers may already have been read. */
    static void refuseStepBack(QuestionnaireResponse before, QuestionnaireResponse now) {
        boolean wasCompleted = before.getStatus() == QuestionnaireResponseStatus.COMPLETED
                || before.getStatus() == QuestionnaireResponseStatus.AMENDED;
        boolean isCompleted = now.getStatus() == QuestionnaireResponseStatus.COMPLETED
                || now.getStatus() == QuestionnaireResponseStatus.AMENDED
                || now.getStatus() == QuestionnaireResponseStatus.ENTEREDINERROR;
        if (wasCompleted && !isCompleted) {
            throw new Refused(
                    "QuestionnaireResponse.status",
                    "The response was completed and cannot be "
                            + (now.hasStatus() ? now.getStatus().toCode() : "without a status")
                            + " again; send it as amended, or as entered-in-error");
        }
    }
}
