package org.cbthomework.plugin.assignment;

import ca.uhn.fhir.context.FhirContext;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.cbthomework.adherence.schedule.Kind;
import org.cbthomework.plugin.ledger.AssignmentKey;
import org.cbthomework.plugin.ledger.AssignmentRow;
import org.cbthomework.plugin.ledger.AssignmentRows;
import org.cbthomework.plugin.ledger.CalendarRows;
import org.cbthomework.plugin.ledger.ChangedPatients;
import org.cbthomework.plugin.ledger.OccasionRows;
import org.cbthomework.plugin.refusal.Refused;
import org.cbthomework.plugin.worksheet.Canonical;
import org.cbthomework.plugin.worksheet.Worksheet;
import org.cbthomework.plugin.worksheet.Worksheets;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;

/** Takes note of what is assigned as it is stored, and refuses what could not be followed. */
public final class RecordingAssignments {

    private final FhirContext fhir;
    private final AssignmentRows orders;
    private final OccasionRows given;
    private final CalendarRows days;
    private final ChangedPatients changed;
    private final Worksheets worksheets;
    private final Zones zones;
    private final Clock clock;

    public RecordingAssignments(
            FhirContext fhir,
            AssignmentRows orders,
            OccasionRows given,
            CalendarRows days,
            ChangedPatients changed,
            Worksheets worksheets,
            Zones zones,
            Clock clock) {
        this.fhir = fhir;
        this.orders = orders;
        this.given = given;
        this.days = days;
        this.changed = changed;
        this.worksheets = worksheets;
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
     * @throws Refused if it orders homework that cannot be followed
     */
    public void record(ServiceRequest order) {
        boolean counts = Orders.isHomework(order) && Orders.counts(order);
        AssignmentKey key = AssignmentKey.ofServiceRequest(order.getIdElement().getIdPart());
        note(order.getSubject(), orders.record(key.resource(), counts ? List.of(row(key, order)) : List.of()));
    }

    /**
     * As it is stored.
     *
     * @throws Refused if it schedules homework that cannot be followed, or a pause that cannot be read
     */
    public void record(CarePlan plan) {
        String id = plan.getIdElement().getIdPart();
        try {
            List<AssignmentRow> rows = Activities.orders(plan).stream()
                    .filter(Orders::counts)
                    .map(order -> row(
                            AssignmentKey.inCarePlan(id, Orders.worksheet(order).url()), order))
                    .toList();
            boolean assigns = orders.record("CarePlan/" + id, rows);
            note(plan.getSubject(), days.record("CarePlan/" + id, Leaves.read(plan)) || assigns);
        } catch (Refused refused) {
            throw Activities.asInThePlan(refused);
        }
    }

    /**
     * As it is stored.
     *
     * @throws Refused if it asks for homework within a window that cannot be read
     */
    public void record(Task task) {
        if (GivenOccasions.isHomework(task) && GivenOccasions.counts(task)) {
            Worksheet worksheet = stored(GivenOccasions.worksheet(task).orElseThrow(), "Task.input");
            given.record(GivenOccasions.read(task, worksheet.canonical(), worksheet.kind()));
            note(task.getFor(), true);
        } else {
            note(task.getFor(), given.forget("Task/" + task.getIdElement().getIdPart()));
        }
    }

    /** As it is stored: one that others wrote for other reasons is left alone. */
    public void record(Encounter encounter) {
        String name = "Encounter/" + encounter.getIdElement().getIdPart();
        note(
                encounter.getSubject(),
                days.record(name, Encounters.read(encounter).stream().toList()));
    }

    /** As it is stored. */
    public void record(Patient patient) {
        String name = "Patient/" + patient.getIdElement().getIdPart();
        note(Subjects.of(patient), days.record(name, Deaths.read(patient)));
    }

    /** As it is deleted. */
    public void forget(IBaseResource resource) {
        String name = resource.fhirType() + "/" + resource.getIdElement().getIdPart();
        boolean assigned = orders.record(name, List.of());
        boolean wasGiven = given.forget(name);
        boolean wasKnown = days.record(name, List.of());
        note(Subjects.of(resource), assigned || wasGiven || wasKnown);
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

    private AssignmentRow row(AssignmentKey key, ServiceRequest order) {
        Orders.refuseOnHold(order);
        if (!order.getSubject().hasReference()) {
            throw new Refused(
                    "ServiceRequest.subject", "The assignment is for nobody; say in subject who the patient is");
        }
        Canonical named = Orders.worksheet(order);
        Worksheet worksheet = stored(named, HomeworkExtensions.WORKSHEET);
        ZoneId zone = Zones.of(order);
        Kind kind = worksheet.kind();
        Terms.read(order, kind, zone);
        Orders.isFocal(order);
        return new AssignmentRow(
                key,
                order.getSubject().getReference(),
                Orders.carePlan(order),
                worksheet.canonical().toString(),
                kind.name(),
                zone.getId(),
                fhir.newJsonParser().encodeResourceToString(Orders.slim(order, worksheet.canonical())));
    }

    private Worksheet stored(Canonical canonical, String expression) {
        return worksheets
                .find(canonical)
                .orElseThrow(() -> new Refused(
                        expression,
                        "The Questionnaire " + canonical
                                + " is not on this server; store it first, or name one that is"));
    }
}
