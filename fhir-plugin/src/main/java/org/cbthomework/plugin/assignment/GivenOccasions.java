package org.cbthomework.plugin.assignment;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.cbthomework.adherence.schedule.Kind;
import org.cbthomework.plugin.ledger.AssignmentKey;
import org.cbthomework.plugin.ledger.OccasionRow;
import org.cbthomework.plugin.refusal.Refused;
import org.cbthomework.plugin.worksheet.Canonical;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.ParameterComponent;
import org.hl7.fhir.r4.model.Task.TaskStatus;

/** Tasks of a CarePlan that ask for a Questionnaire within a window: each is one occasion, laid out by somebody else. */
final class GivenOccasions {

    /** The system of the identifiers of Tasks that this server publishes itself. */
    private static final String PUBLISHED = "https://w3id.org/cbt-homework/fhir/occasion";

    private GivenOccasions() {}

    /** Whether the Task asks for homework: on a CarePlan alone, a Questionnaire, by a time, written by somebody else. */
    static boolean isHomework(Task task) {
        return task.getIdentifier().stream().noneMatch(each -> PUBLISHED.equals(each.getSystem()))
                && carePlan(task).isPresent()
                && task.getBasedOn().stream().noneMatch(GivenOccasions::isOrder)
                && worksheet(task).isPresent()
                && window(task).hasEnd();
    }

    /** Whether it counts: one cancelled, rejected or entered in error does not. */
    static boolean counts(Task task) {
        return task.getStatus() != TaskStatus.CANCELLED
                && task.getStatus() != TaskStatus.REJECTED
                && task.getStatus() != TaskStatus.ENTEREDINERROR
                && task.getStatus() != TaskStatus.DRAFT;
    }

    static Optional<Canonical> worksheet(Task task) {
        return task.getInput().stream()
                .map(ParameterComponent::getValue)
                .filter(CanonicalType.class::isInstance)
                .map(value -> Canonical.parse(value.primitiveValue()))
                .filter(canonical -> canonical.url().contains("/Questionnaire/"))
                .findFirst();
    }

    /**
     * The occasion that the Task is.
     *
     * @throws Refused if its window cannot be read, or it is for nobody
     */
    static OccasionRow read(Task task, Canonical worksheet, Kind kind) {
        ZoneId zone = Zones.of(task);
        if (!task.getFor().hasReference()) {
            throw new Refused("Task.for", "The Task asks for homework of nobody; say in Task.for who the patient is");
        }
        Period window = window(task);
        Instant opens = Moments.start(
                window.hasStart() ? window.getStartElement() : task.getAuthoredOnElement(),
                zone,
                "Task.restriction.period.start");
        Instant closes = Moments.end(window.getEndElement(), zone, "Task.restriction.period.end");
        if (!opens.isBefore(closes)) {
            throw new Refused(
                    "Task.restriction.period",
                    "The window of the Task starts at " + opens + " and ends at " + closes
                            + "; it must end later than it starts");
        }
        return new OccasionRow(
                "Task/" + task.getIdElement().getIdPart(),
                AssignmentKey.inCarePlan(carePlan(task).orElseThrow(), worksheet.url()),
                task.getFor().getReference(),
                worksheet.toString(),
                kind.name(),
                zone.getId(),
                opens,
                closes);
    }

    private static Period window(Task task) {
        return task.getRestriction().hasPeriod() ? task.getRestriction().getPeriod() : task.getExecutionPeriod();
    }

    private static Optional<String> carePlan(Task task) {
        return task.getBasedOn().stream()
                .map(Reference::getReferenceElement)
                .filter(reference -> "CarePlan".equals(reference.getResourceType()) && reference.hasIdPart())
                .map(reference -> reference.getIdPart())
                .findFirst();
    }

    private static boolean isOrder(Reference reference) {
        return "ServiceRequest".equals(reference.getReferenceElement().getResourceType());
    }
}
