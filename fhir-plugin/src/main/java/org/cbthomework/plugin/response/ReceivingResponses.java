package org.cbthomework.plugin.response;

import java.util.List;
import java.util.Optional;
import org.cbthomework.adherence.schedule.OccasionKey;
import org.cbthomework.plugin.assignment.Assigned;
import org.cbthomework.plugin.assignment.KnownAssignments;
import org.cbthomework.plugin.ledger.ChangedPatients;
import org.cbthomework.plugin.ledger.ResponseRow;
import org.cbthomework.plugin.ledger.Responses;
import org.cbthomework.plugin.refusal.Problem;
import org.cbthomework.plugin.refusal.Refused;
import org.cbthomework.plugin.worksheet.Worksheet;
import org.cbthomework.plugin.worksheet.Worksheets;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.springframework.dao.DuplicateKeyException;

/** Takes a response as it is stored: holds it against what was assigned, and enters it in the ledger. */
public final class ReceivingResponses {

    private final KnownAssignments assignments;
    private final Worksheets worksheets;
    private final Responses responses;
    private final ChangedPatients changed;
    private final NamedOccasions occasions;

    public ReceivingResponses(
            KnownAssignments assignments,
            Worksheets worksheets,
            Responses responses,
            ChangedPatients changed,
            NamedOccasions occasions) {
        this.assignments = assignments;
        this.worksheets = worksheets;
        this.responses = responses;
        this.changed = changed;
        this.occasions = occasions;
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
        if (answered(new Claim(response)).isPresent()) {
            Contradictions.refuseStepBack(before, response);
            FirstCompletion.carry(Optional.of(before), response);
        }
    }

    /**
     * As it is stored: one row in the ledger, in the same transaction.
     *
     * @throws Refused if it contradicts its assignment or its worksheet
     */
    public void receive(QuestionnaireResponse response) {
        Claim claim = new Claim(response);
        Optional<Assigned> answered = answered(claim);
        if (answered.isEmpty()) {
            responses.withdraw(response.getIdElement().getIdPart());
            return;
        }
        Assigned assigned = answered.get();
        if (isInQuestion(claim, response, assigned)) {
            assigned = assignments.asStoredNow(assigned.key()).orElse(assigned);
        }
        Contradictions.refuse(response, claim, assigned);
        Optional<OccasionKey> occasion = occasions.find(claim, assigned);
        Worksheet worksheet = worksheet(assigned);
        if (response.getStatus() != QuestionnaireResponseStatus.ENTEREDINERROR) {
            List<Problem> problems = worksheet.problems(response);
            if (!problems.isEmpty()) {
                throw new Refused(problems);
            }
        }
        ResponseRow row = new ResponseRow(
                assigned.key(),
                assigned.subject(),
                response.getIdElement().getVersionIdPartAsLong(),
                ReadingResponses.read(response, worksheet, occasion));
        try {
            responses.record(row);
        } catch (DuplicateKeyException second) {
            throw new Refused(
                    "QuestionnaireResponse.status",
                    "There is a draft for this occasion already; find it (based-on="
                            + assigned.key().resource() + "&status=in-progress), and update that one with If-Match");
        }
    }

    /** As it becomes a response of another patient: the one whose it was has one less. */
    public void receiveMove(QuestionnaireResponse before, QuestionnaireResponse now) {
        String subject = before.getSubject().getReference();
        if (subject != null
                && !subject.equals(now.getSubject().getReference())
                && answered(new Claim(before)).isPresent()) {
            changed.note(subject);
        }
    }

    /** As it is deleted. */
    public void forget(String id) {
        responses.withdraw(id);
    }

    private Optional<Assigned> answered(Claim claim) {
        List<Assigned> orders = claim.orders().stream()
                .flatMap(key -> assignments.find(key).stream())
                .toList();
        if (orders.size() > 1) {
            throw new Refused(
                    "QuestionnaireResponse.basedOn",
                    "The response is based on " + orders.size() + " assignments; send one response for each");
        }
        return orders.stream()
                .findFirst()
                .or(() -> claim.inCarePlans().stream()
                        .flatMap(key -> assignments.find(key).stream())
                        .findFirst());
    }

    /** What is remembered of an assignment may be of yesterday: before a refusal, look again. */
    private static boolean isInQuestion(Claim claim, QuestionnaireResponse response, Assigned assigned) {
        try {
            Contradictions.refuse(response, claim, assigned);
            return false;
        } catch (Refused refused) {
            return true;
        }
    }

    private Worksheet worksheet(Assigned assigned) {
        return worksheets
                .find(assigned.worksheet())
                .orElseThrow(() -> new Refused(
                        "QuestionnaireResponse.questionnaire",
                        "The Questionnaire " + assigned.worksheet()
                                + " is no longer on this server, so that no answer can be checked; store it again"));
    }
}
