package org.cbthomework.plugin.assignment;

import ca.uhn.fhir.context.FhirContext;
import java.time.ZoneId;
import java.util.List;
import org.cbthomework.adherence.schedule.Kind;
import org.cbthomework.plugin.ledger.AssignmentKey;
import org.cbthomework.plugin.ledger.AssignmentRow;
import org.cbthomework.plugin.ledger.OccasionRow;
import org.cbthomework.plugin.ledger.ResourceFacts;
import org.cbthomework.plugin.refusal.Refused;
import org.cbthomework.plugin.worksheet.Canonical;
import org.cbthomework.plugin.worksheet.Worksheet;
import org.cbthomework.plugin.worksheet.Worksheets;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;

/** Reads what a stored resource says of homework: a function of the resource alone, and of the worksheets it names. */
public final class ReadingAssignments {

    private final FhirContext fhir;
    private final Worksheets worksheets;

    public ReadingAssignments(FhirContext fhir, Worksheets worksheets) {
        this.fhir = fhir;
        this.worksheets = worksheets;
    }

    /**
     * All that the resource says; one that others wrote for other reasons says nothing.
     *
     * @throws Refused if it orders homework that cannot be followed, or a pause that cannot be read
     */
    public ResourceFacts read(IBaseResource resource) {
        String name = resource.fhirType() + "/" + resource.getIdElement().getIdPart();
        if (resource instanceof ServiceRequest order) {
            return new ResourceFacts(name, orders(order), List.of(), List.of());
        }
        if (resource instanceof CarePlan plan) {
            return new ResourceFacts(name, orders(plan), List.of(), Leaves.read(plan));
        }
        if (resource instanceof Task task) {
            return new ResourceFacts(name, List.of(), given(task), List.of());
        }
        if (resource instanceof Encounter encounter) {
            return new ResourceFacts(
                    name,
                    List.of(),
                    List.of(),
                    Encounters.read(encounter).stream().toList());
        }
        return resource instanceof Patient patient
                ? new ResourceFacts(name, List.of(), List.of(), Deaths.read(patient))
                : ResourceFacts.none(name);
    }

    private List<AssignmentRow> orders(ServiceRequest order) {
        return Orders.isHomework(order) && Orders.counts(order)
                ? List.of(
                        row(AssignmentKey.ofServiceRequest(order.getIdElement().getIdPart()), order))
                : List.of();
    }

    private List<AssignmentRow> orders(CarePlan plan) {
        String id = plan.getIdElement().getIdPart();
        try {
            return Activities.orders(plan).stream()
                    .filter(Orders::counts)
                    .map(order -> row(
                            AssignmentKey.inCarePlan(id, Orders.worksheet(order).url()), order))
                    .toList();
        } catch (Refused refused) {
            throw Activities.asInThePlan(refused);
        }
    }

    private List<OccasionRow> given(Task task) {
        if (!GivenOccasions.isHomework(task) || !GivenOccasions.counts(task)) {
            return List.of();
        }
        Worksheet worksheet = stored(GivenOccasions.worksheet(task).orElseThrow(), "Task.input");
        return List.of(GivenOccasions.read(task, worksheet.canonical(), worksheet.kind()));
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
