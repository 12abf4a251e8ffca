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
import org.cbthomework.plugin.ledger.EncounterRows;
import org.cbthomework.plugin.ledger.OccasionRows;
import org.cbthomework.plugin.refusal.Refused;
import org.cbthomework.plugin.worksheet.Canonical;
import org.cbthomework.plugin.worksheet.Worksheet;
import org.cbthomework.plugin.worksheet.Worksheets;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;

/** Takes note of what is assigned as it is stored, and refuses what could not be followed. */
public final class RecordingAssignments {

    private final FhirContext fhir;
    private final AssignmentRows orders;
    private final OccasionRows given;
    private final EncounterRows encounters;
    private final Worksheets worksheets;
    private final Zones zones;
    private final Clock clock;

    public RecordingAssignments(
            FhirContext fhir,
            AssignmentRows orders,
            OccasionRows given,
            EncounterRows encounters,
            Worksheets worksheets,
            Zones zones,
            Clock clock) {
        this.fhir = fhir;
        this.orders = orders;
        this.given = given;
        this.encounters = encounters;
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

    /**
     * As it is stored.
     *
     * @throws Refused if it orders homework that cannot be followed
     */
    public void record(ServiceRequest order) {
        String resource = "ServiceRequest/" + order.getIdElement().getIdPart();
        boolean counts = Orders.isHomework(order) && Orders.counts(order);
        AssignmentKey key = AssignmentKey.ofServiceRequest(order.getIdElement().getIdPart());
        orders.record(resource, counts ? List.of(row(key, order)) : List.of());
    }

    /**
     * As it is stored.
     *
     * @throws Refused if it schedules homework that cannot be followed
     */
    public void record(CarePlan plan) {
        String id = plan.getIdElement().getIdPart();
        try {
            orders.record(
                    "CarePlan/" + id,
                    Activities.orders(plan).stream()
                            .filter(Orders::counts)
                            .map(order -> row(
                                    AssignmentKey.inCarePlan(
                                            id, Orders.worksheet(order).url()),
                                    order))
                            .toList());
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
        } else {
            given.forget("Task/" + task.getIdElement().getIdPart());
        }
    }

    /** As it is stored: one that others wrote for other reasons is left alone. */
    public void record(Encounter encounter) {
        Encounters.read(encounter)
                .ifPresentOrElse(
                        encounters::record,
                        () -> encounters.forget(
                                "Encounter/" + encounter.getIdElement().getIdPart()));
    }

    /** As it is deleted. */
    public void forget(String resource) {
        orders.record(resource, List.of());
        given.forget(resource);
        encounters.forget(resource);
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
                chain(key, order, worksheet.canonical()),
                order.getSubject().getReference(),
                Orders.carePlan(order),
                worksheet.canonical().toString(),
                kind.name(),
                zone.getId(),
                fhir.newJsonParser().encodeResourceToString(Orders.slim(order, worksheet.canonical())));
    }

    /** An order of another patient or worksheet is not replaced by a change of dose, whatever it says. */
    private AssignmentKey chain(AssignmentKey key, ServiceRequest order, Canonical worksheet) {
        return Orders.replaced(order).stream()
                .flatMap(replaced -> orders.find(replaced).stream())
                .filter(row -> row.subject().equals(order.getSubject().getReference()))
                .filter(row -> Canonical.parse(row.worksheet()).url().equals(worksheet.url()))
                .map(AssignmentRow::chain)
                .findFirst()
                .orElse(key);
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
