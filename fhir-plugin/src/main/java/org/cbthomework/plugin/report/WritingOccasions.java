package org.cbthomework.plugin.report;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.cbthomework.adherence.Judged;
import org.cbthomework.plugin.assignment.Assigned;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskIntent;
import org.hl7.fhir.r4.model.Task.TaskStatus;

/** Writes each occasion as the Task that it is, with its window, what became of it, and the response that filled it. */
public final class WritingOccasions {

    private static final String IDENTIFIER = "https://w3id.org/cbt-homework/fhir/occasion";
    private static final String SDC = "http://hl7.org/fhir/uv/sdc/CodeSystem/temp";

    private static final Set<TaskStatus> SET_HERE =
            Set.of(TaskStatus.COMPLETED, TaskStatus.INPROGRESS, TaskStatus.FAILED);

    private WritingOccasions() {}

    static List<Task> write(Measured measured) {
        return measured.adherence().occasions().stream()
                .map(each ->
                        write(each, measured.assigned(), measured.adherence().asOf()))
                .toList();
    }

    /** The Task of one occasion as things stand at a moment, without an id. */
    public static Task write(Judged judged, Assigned assigned, Instant asOf) {
        ZoneId zone = assigned.terms().zone();
        Task task = new Task();
        assigned.labels().forEach(label -> label.putOn(task.getMeta()));
        task.addIdentifier().setSystem(IDENTIFIER).setValue(assigned.nameOf(judged.occasion()));
        assigned.basis().forEach(basis -> task.addBasedOn(new Reference(basis)));
        task.setIntent(TaskIntent.ORDER);
        task.getCode().addCoding().setSystem(SDC).setCode("complete-questionnaire");
        task.setFor(new Reference(assigned.subject()));
        task.setOwner(new Reference(assigned.subject()));
        task.getRestriction()
                .setRepetitions(1)
                .setPeriod(new Period()
                        .setStartElement(
                                Values.moment(judged.occasion().window().opens(), zone))
                        .setEndElement(Values.moment(judged.occasion().window().closes(), zone)));
        task.addInput()
                .setType(new CodeableConcept().addCoding(new Coding(SDC, "questionnaire", null)))
                .setValue(new CanonicalType(assigned.worksheet().toString()));
        tell(judged, asOf, task);
        return task;
    }

    /** Tells in a Task of somebody else's what became of it, and leaves its status while that is nothing yet. */
    public static void tellGiven(Judged judged, Instant asOf, Task task) {
        TaskStatus before = task.getStatus();
        tell(judged, asOf, task);
        boolean isOpen = task.getStatus() == TaskStatus.READY || task.getStatus() == TaskStatus.CANCELLED;
        if (isOpen) {
            task.setStatus(SET_HERE.contains(before) ? TaskStatus.READY : before);
        }
    }

    private static void tell(Judged judged, Instant asOf, Task task) {
        OccasionState state = OccasionState.of(judged, asOf);
        task.setStatus(state.status());
        task.setBusinessStatus(state.businessStatus());
        task.getOutput().removeIf(output -> output.getType().hasCoding(SDC, "questionnaire-response"));
        judged.answer()
                .ifPresent(answer -> task.addOutput()
                        .setType(new CodeableConcept().addCoding(new Coding(SDC, "questionnaire-response", null)))
                        .setValue(new Reference("QuestionnaireResponse/" + answer.id())));
    }
}
