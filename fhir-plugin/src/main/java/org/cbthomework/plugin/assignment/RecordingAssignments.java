package org.cbthomework.plugin.assignment;

import java.time.Clock;
import java.util.Optional;
import org.cbthomework.plugin.ledger.ChangedPatients;
import org.cbthomework.plugin.ledger.Facts;
import org.cbthomework.plugin.ledger.ResourceFacts;
import org.cbthomework.plugin.refusal.Refused;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;

/** Takes note of what is assigned as it is stored, and refuses what could not be followed. */
public final class RecordingAssignments {

    private final ReadingAssignments reading;
    private final Facts facts;
    private final ChangedPatients changed;
    private final Zones zones;
    private final Clock clock;

    public RecordingAssignments(
            ReadingAssignments reading, Facts facts, ChangedPatients changed, Zones zones, Clock clock) {
        this.reading = reading;
        this.facts = facts;
        this.changed = changed;
        this.zones = zones;
        this.clock = clock;
    }

    /**
     * Before it is stored: writes into the assignment what must never change again, its zone and its end.
     *
     * @throws Refused if it rewrites the history of the version before
     */
    public void settle(Optional<ServiceRequest> before, ServiceRequest order) {
        if (Orders.isHomework(order)) {
            before.ifPresent(old -> Settled.carry(old, order));
            zones.settle(order, order.getSubject());
            Settled.end(order, Orders.isOver(order), clock);
            before.filter(Orders::isHomework).ifPresent(old -> Settled.refuseOtherHistory(old, order, clock));
        }
    }

    /**
     * Before it is stored: the same for the activities of a plan.
     *
     * @throws Refused if it rewrites the history of the version before
     */
    public void settle(Optional<CarePlan> before, CarePlan plan) {
        if (!Activities.anyIn(plan)) {
            return;
        }
        before.ifPresent(old -> Settled.carry(old, plan));
        zones.settle(plan, plan.getSubject());
        Activities.of(plan)
                .forEach(detail -> Settled.end(detail, Activities.isOver(plan) || Activities.isOver(detail), clock));
        try {
            before.ifPresent(old -> Activities.inBoth(old, plan)
                    .forEach(order -> Settled.refuseOtherHistory(order.before(), order.now(), clock)));
        } catch (Refused refused) {
            throw Activities.asInThePlan(refused);
        }
    }

    /** Before it is stored: the zone in which a Task that is an occasion falls on a day. */
    public void settle(Task task) {
        if (GivenOccasions.isHomework(task)) {
            zones.settle(task, task.getFor());
        }
    }

    /** Before it is stored: when the patient died, if the record does not tell. */
    public void settle(Optional<Patient> before, Patient patient) {
        Deaths.settle(before, patient, clock);
    }

    /**
     * As it is stored.
     *
     * @throws Refused if it orders homework that cannot be followed, or a pause that cannot be read
     */
    public void record(IBaseResource resource) {
        note(Subjects.of(resource), facts.record(reading.read(resource)));
    }

    /** As it is deleted. */
    public void forget(IBaseResource resource) {
        String name = resource.fhirType() + "/" + resource.getIdElement().getIdPart();
        note(Subjects.of(resource), facts.record(ResourceFacts.none(name)));
    }

    /** As it becomes another patient's, which only what never counted can. */
    public void recordMove(IBaseResource before, IBaseResource now) {
        Reference old = Subjects.of(before);
        note(old, !String.valueOf(old.getReference()).equals(Subjects.of(now).getReference()));
    }

    private void note(Reference patient, boolean isChanged) {
        if (isChanged && patient.hasReference()) {
            changed.note(patient.getReference());
        }
    }
}
