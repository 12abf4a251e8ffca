package org.cbthomework.plugin.report;

import java.time.Instant;
import java.util.Locale;
import org.cbthomework.adherence.Judged;
import org.cbthomework.adherence.Outcome;
import org.cbthomework.adherence.Submission;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Task.TaskStatus;

/**
 * How things stand with an occasion, in the states of its Task.
 *
 * @param code of {@code CodeSystem/occasion-status}
 */
record OccasionState(TaskStatus status, String code) {

    private static final String SYSTEM = "https://w3id.org/cbt-homework/fhir/CodeSystem/occasion-status";

    static OccasionState of(Judged judged, Instant asOf) {
        boolean hasDraft = judged.answer()
                .filter(answer -> answer.state() == Submission.State.DRAFT)
                .isPresent();
        return switch (judged.outcome()) {
            case ON_TIME, LATE, BACK_FILLED -> new OccasionState(TaskStatus.COMPLETED, code(judged.outcome()));
            case PARTIAL -> new OccasionState(hasDraft ? TaskStatus.FAILED : TaskStatus.COMPLETED, "partial");
            case MISSED -> new OccasionState(TaskStatus.FAILED, "missed");
            case EXCUSED -> new OccasionState(TaskStatus.CANCELLED, "excused");
            case PENDING -> pending(judged, hasDraft, asOf);
        };
    }

    /** What was handed in as far as it got is over; a draft, or nothing yet, is not. */
    private static OccasionState pending(Judged judged, boolean hasDraft, Instant asOf) {
        if (judged.answer().isPresent() && !hasDraft) {
            return new OccasionState(TaskStatus.COMPLETED, "partial");
        }
        return new OccasionState(
                hasDraft ? TaskStatus.INPROGRESS : TaskStatus.READY,
                judged.occasion().window().graces(asOf) ? "overdue" : "pending");
    }

    CodeableConcept businessStatus() {
        CodeableConcept concept = new CodeableConcept();
        concept.addCoding().setSystem(SYSTEM).setCode(code);
        return concept;
    }

    private static String code(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
