package org.cbthomework.plugin.response;

import java.util.Optional;
import org.cbthomework.plugin.ledger.ChangedPatients;
import org.cbthomework.plugin.ledger.ResponseRow;
import org.cbthomework.plugin.ledger.Responses;
import org.cbthomework.plugin.refusal.Refused;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.springframework.dao.DuplicateKeyException;

/** Takes a response as it is stored: holds it against what was assigned, and enters it in the ledger. */
public final class ReceivingResponses {

    private final RecognizingResponses reading;
    private final Responses responses;
    private final ChangedPatients changed;

    public ReceivingResponses(RecognizingResponses reading, Responses responses, ChangedPatients changed) {
        this.reading = reading;
        this.responses = responses;
        this.changed = changed;
    }

    /** Before a new response is stored. */
    public void settle(QuestionnaireResponse response) {
        FirstCompletion.carry(Optional.empty(), response);
    }

    /**
     * Before a new version of a response is stored.
     *
     * @throws Refused if it takes back what was handed in
     */
    public void settle(QuestionnaireResponse before, QuestionnaireResponse response) {
        if (reading.answersHomework(response)) {
            Contradictions.refuseStepBack(before, response);
            FirstCompletion.carry(Optional.of(before), response);
        }
    }

    /**
     * As it is stored: one row in the ledger, in the same transaction.
     *
     * @throws Refused if it contradicts its assignment or its worksheet, or is a second draft of one occasion
     */
    public void receive(QuestionnaireResponse response) {
        Optional<ResponseRow> row = reading.read(response);
        try {
            row.ifPresentOrElse(
                    responses::record,
                    () -> responses.withdraw(response.getIdElement().getIdPart()));
        } catch (DuplicateKeyException second) {
            throw new Refused(
                    "QuestionnaireResponse.status",
                    "There is a draft for this occasion already; find it (based-on="
                            + row.orElseThrow().assignment().resource()
                            + "&status=in-progress), and update that one with If-Match");
        }
    }

    /** As it becomes a response of another patient: the one whose it was has one less. */
    public void receiveMove(QuestionnaireResponse before, QuestionnaireResponse now) {
        String subject = before.getSubject().getReference();
        if (subject != null && !subject.equals(now.getSubject().getReference()) && reading.answersHomework(before)) {
            changed.note(subject);
        }
    }

    /** As it is deleted. */
    public void forget(String id) {
        responses.withdraw(id);
    }
}
