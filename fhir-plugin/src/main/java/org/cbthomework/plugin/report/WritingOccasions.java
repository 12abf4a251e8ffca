package org.cbthomework.plugin.report;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.cbthomework.adherence.Judged;
import org.cbthomework.adherence.Outcome;
import org.cbthomework.plugin.assignment.Assigned;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskIntent;
import org.hl7.fhir.r4.model.Task.TaskStatus;

/** Writes each occasion as the Task that it is, with its window, what became of it, and the response that filled it. */
final class WritingOccasions {

    private static final String IDENTIFIER = "https://w3id.org/cbt-homework/fhir/occasion";
    private static final String STATUS = "https://w3id.org/cbt-homework/fhir/CodeSystem/occasion-status";
    private static final String SDC = "http://hl7.org/fhir/uv/sdc/CodeSystem/temp";

    private WritingOccasions() {}

    static List<Task> write(Measured measured) {
        return measured.adherence().occasions().stream()
                .map(each ->
                        write(each, measured.assigned(), measured.adherence().asOf()))
                .toList();
    }

    private static Task write(Judged judged, Assigned assigned, Instant asOf) {
        ZoneId zone = assigned.terms().zone();
        Task task = new Task();
        task.addIdentifier()
                .setSystem(IDENTIFIER)
                .setValue(new IdType(assigned.key().resource()).getIdPart() + "/"
                        + judged.occasion().key().value());
        task.addBasedOn(new Reference(assigned.key().resource()));
        task.setStatus(status(judged.outcome()));
        task.getBusinessStatus().addCoding().setSystem(STATUS).setCode(businessStatus(judged, asOf));
        task.setIntent(TaskIntent.ORDER);
        task.getCode().addCoding().setSystem(SDC).setCode("complete-questionnaire");
        task.setFor(new Reference(assigned.subject()));
        task.getRestriction()
                .setRepetitions(1)
                .setPeriod(new Period()
                        .setStartElement(
                                Values.moment(judged.occasion().window().opens(), zone))
                        .setEndElement(Values.moment(judged.occasion().window().closes(), zone)));
        task.addInput()
                .setType(new CodeableConcept().addCoding(new Coding(SDC, "questionnaire", null)))
                .setValue(new CanonicalType(assigned.worksheet().toString()));
        judged.answer()
                .ifPresent(answer -> task.addOutput()
                        .setType(new CodeableConcept().addCoding(new Coding(SDC, "questionnaire-response", null)))
                        .setValue(new Reference("QuestionnaireResponse/" + answer.id())));
        return task;
    }

    private static TaskStatus status(Outcome outcome) {
        return switch (outcome) {
            case ON_TIME, LATE, BACK_FILLED, PARTIAL -> TaskStatus.COMPLETED;
            case PENDING -> TaskStatus.READY;
            case MISSED -> TaskStatus.FAILED;
            case EXCUSED -> TaskStatus.CANCELLED;
        };
    }

    private static String businessStatus(Judged judged, Instant asOf) {
        boolean isInGrace = judged.occasion().window().graces(asOf);
        return judged.outcome() == Outcome.PENDING && isInGrace
                ? "overdue"
                : judged.outcome().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
