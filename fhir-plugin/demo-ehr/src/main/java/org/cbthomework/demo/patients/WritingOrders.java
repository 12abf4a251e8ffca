package org.cbthomework.demo.patients;

import java.time.LocalTime;
import java.time.ZonedDateTime;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestIntent;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.hl7.fhir.r4.model.Timing;

/** Writes an assignment as a ServiceRequest. */
final class WritingOrders {

    private static final String EXTENSION = "https://w3id.org/cbt-homework/fhir/StructureDefinition/";

    private WritingOrders() {}

    static ServiceRequest write(DemoPatient patient, Order order, Course course) {
        ServiceRequest request = Marks.marked(new ServiceRequest(), patient.id(order.name()));
        extend(request, order, course);
        request.addInstantiatesCanonical(order.worksheet().canonical("ActivityDefinition"));
        request.addBasedOn(new Reference("CarePlan/" + patient.id("plan")));
        order.replaces().ifPresent(other -> request.addReplaces(new Reference("ServiceRequest/" + patient.id(other))));
        request.getRequisition().setSystem(Marks.SYSTEM + "/requisition").setValue(patient.id(order.requisition()));
        request.setStatus(order.lasts().hasEnd() ? ServiceRequestStatus.COMPLETED : ServiceRequestStatus.ACTIVE);
        request.setIntent(ServiceRequestIntent.ORDER);
        request.getCode().addCoding(Item.coded("homework", "homework", "Homework between sessions"));
        request.setSubject(new Reference("Patient/" + patient.id()));
        int session = order.lasts().first() / 7 + 1;
        request.setEncounter(new Reference("Encounter/" + WritingCare.sessionId(patient, session)));
        request.setOccurrence(timing(order, course));
        if (order.rhythm().asNeeded()) {
            request.setAsNeeded(new BooleanType(true));
        }
        ZonedDateTime assigned =
                course.day(order.lasts().first()).atTime(course.sessionTime()).atZone(course.zone());
        request.setAuthoredOnElement(new DateTimeType(Written.moment(assigned)));
        request.setRequester(new Reference(patient.clinician().reference()));
        request.addReasonCode().setText(order.worksheet().rationale());
        request.setPatientInstruction(order.worksheet().instruction());
        return request;
    }

    private static void extend(ServiceRequest request, Order order, Course course) {
        request.addExtension(
                EXTENSION + "worksheet", new CanonicalType(order.worksheet().canonical("Questionnaire")));
        request.addExtension(EXTENSION + "timezone", new CodeType(course.zone().getId()));
        order.pause()
                .map(pause -> days(pause, course))
                .ifPresent(pause -> request.addExtension(EXTENSION + "pause", pause));
        if (order.isSuggested()) {
            request.addExtension(EXTENSION + "agreement-requested", new BooleanType(true));
        }
        if (order.lasts().hasEnd()) {
            ZonedDateTime ended =
                    course.day(order.lasts().last() + 1).atTime(LocalTime.MIN).atZone(course.zone());
            request.addExtension(EXTENSION + "ended", new DateTimeType(Written.moment(ended)));
        }
    }

    /** A schedule of single events has no bounds. */
    private static Timing timing(Order order, Course course) {
        Timing timing = new Timing();
        timing.getRepeat().setBounds(days(order.lasts(), course));
        order.rhythm().schedule().accept(timing, course);
        return timing;
    }

    private static Period days(Stretch stretch, Course course) {
        return stretch.hasEnd()
                ? Written.days(course.day(stretch.first()), course.day(stretch.last()))
                : Written.from(course.day(stretch.first()));
    }
}
