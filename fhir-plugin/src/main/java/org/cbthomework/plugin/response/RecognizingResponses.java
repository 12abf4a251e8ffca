package org.cbthomework.plugin.response;

import java.util.List;
import java.util.Optional;
import org.cbthomework.adherence.schedule.OccasionKey;
import org.cbthomework.plugin.assignment.Assigned;
import org.cbthomework.plugin.assignment.KnownAssignments;
import org.cbthomework.plugin.ledger.ResponseRow;
import org.cbthomework.plugin.refusal.Problem;
import org.cbthomework.plugin.refusal.Refused;
import org.cbthomework.plugin.worksheet.Canonical;
import org.cbthomework.plugin.worksheet.Worksheet;
import org.cbthomework.plugin.worksheet.Worksheets;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;

/** Holds a stored response against what was assigned, and reads it as a row of the ledger. */
public final class RecognizingResponses {

    private final KnownAssignments assignments;
    private final Worksheets worksheets;
    private final NamedOccasions occasions;

    public RecognizingResponses(KnownAssignments assignments, Worksheets worksheets, NamedOccasions occasions) {
        this.assignments = assignments;
        this.worksheets = worksheets;
        this.occasions = occasions;
    }

    /** Whether the response is based on homework. */
    boolean answersHomework(QuestionnaireResponse response) {
        return answered(new Claim(response)).isPresent();
    }

    /**
     * The row of the response; none if it is based on no homework, or says something about it rather than does it.
     *
     * @throws Refused if it contradicts its assignment or its worksheet
     */
    public Optional<ResponseRow> read(QuestionnaireResponse response) {
        Claim claim = new Claim(response);
        Optional<Assigned> assigned = answered(claim);
        if (Feedback.isIn(claim)) {
            assigned.ifPresent(about -> holdFeedback(response, claim, about));
            return Optional.empty();
        }
        return assigned.map(each -> row(response, claim, each));
    }

    private ResponseRow row(QuestionnaireResponse response, Claim claim, Assigned known) {
        Assigned assigned = isInQuestion(claim, response, known)
                ? assignments.asStoredNow(known.key()).orElse(known)
                : known;
        Contradictions.refuse(response, claim, assigned);
        Optional<OccasionKey> occasion = occasions.find(claim, assigned);
        Worksheet worksheet = worksheet(assigned.worksheet());
        refuseProblems(response, worksheet);
        return new ResponseRow(
                assigned.key(),
                assigned.subject(),
                response.getIdElement().getVersionIdPartAsLong(),
                ReadingResponses.read(response, worksheet, occasion));
    }

    private void holdFeedback(QuestionnaireResponse response, Claim claim, Assigned about) {
        Contradictions.refuseOtherPatient(response, about);
        occasions.find(claim, about);
        refuseProblems(response, worksheet(claim.questionnaire().orElseThrow()));
    }

    private static void refuseProblems(QuestionnaireResponse response, Worksheet worksheet) {
        if (response.getStatus() != QuestionnaireResponseStatus.ENTEREDINERROR) {
            List<Problem> problems = worksheet.problems(response);
            if (!problems.isEmpty()) {
                throw new Refused(problems);
            }
        }
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

    private Worksheet worksheet(Canonical canonical) {
        return worksheets
                .find(canonical)
                .orElseThrow(() -> new Refused(
                        "QuestionnaireResponse.questionnaire",
                        "The Questionnaire " + canonical
                                + " is no longer on this server, so that no answer can be checked; store it again"));
    }
}
