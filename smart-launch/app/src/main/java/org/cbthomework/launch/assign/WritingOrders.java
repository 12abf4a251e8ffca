package org.cbthomework.launch.assign;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.cbthomework.launch.homework.BackupPlan;
import org.cbthomework.launch.homework.OrderExtensions;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Goal;
import org.hl7.fhir.r4.model.Goal.GoalLifecycleStatus;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestIntent;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.hl7.fhir.r4.model.Timing;
import org.jspecify.annotations.Nullable;

/** Writes a plan as the resources that the homework server reads. */
final class WritingOrders {

    private static final String HOMEWORK = "https://w3id.org/cbt-homework/fhir/CodeSystem/homework";
    private static final int DAYS_OF_A_WEEK = 7;

    private final Prepared prepared;
    private final Plan plan;
    private final ZonedDateTime now;

    /** @param now where the patient lives */
    WritingOrders(Prepared prepared, Plan plan, ZonedDateTime now) {
        this.prepared = prepared;
        this.plan = plan;
        this.now = now.truncatedTo(ChronoUnit.SECONDS);
    }

    /** A goal in the words of the patient, who expressed it. */
    Goal goal(String id) {
        Goal goal = new Goal();
        goal.setId(id);
        goal.setLifecycleStatus(GoalLifecycleStatus.ACTIVE);
        goal.getDescription().setText(plan.newGoal());
        goal.setSubject(patient());
        goal.setExpressedBy(patient());
        goal.setStart(new DateType(prepared.today().toString()));
        return goal;
    }

    /**
     * The assignment.
     *
     * @param goal what it is for; null if nothing was said
     * @param requester who assigns it; null if the launch does not tell
     */
    ServiceRequest order(String id, Optional<CarePlan> carePlan, @Nullable Reference goal, @Nullable String requester) {
        ServiceRequest order = new ServiceRequest();
        order.setId(id);
        order.setStatus(ServiceRequestStatus.ACTIVE);
        order.setIntent(ServiceRequestIntent.ORDER);
        order.getCode().addCoding().setSystem(HOMEWORK).setCode("homework").setDisplay("Homework between sessions");
        order.setSubject(patient());
        // A change of dose will be a new order, of the same requisition.
        order.getRequisition().setSystem("urn:ietf:rfc:3986").setValue("urn:uuid:" + id);
        carePlan.ifPresent(each ->
                order.addBasedOn(new Reference("CarePlan/" + each.getIdElement().getIdPart())));
        order.setAuthoredOnElement(moment());
        if (requester != null) {
            order.setRequester(new Reference(requester));
        }
        order.setOccurrence(timing());
        if (plan.rhythm().dose() == Dose.WHEN_IT_HAPPENS) {
            order.setAsNeeded(new BooleanType(true));
        }
        order.addReasonCode().setText(plan.why());
        if (!plan.note().isEmpty()) {
            order.setPatientInstruction(plan.note());
        }
        usual(order);
        order.addExtension(
                OrderExtensions.WORKSHEET, new CanonicalType(prepared.entry().canonical()));
        agreement(order);
        if (goal != null) {
            order.addExtension(Prefilling.FOR_GOAL, goal);
        }
        return order;
    }

    private void usual(ServiceRequest order) {
        if (prepared.usual() == null) {
            return;
        }
        if (prepared.usual().hasUrl()) {
            order.addInstantiatesCanonical(
                    prepared.usual().hasVersion()
                            ? prepared.usual().getUrl() + "|" + prepared.usual().getVersion()
                            : prepared.usual().getUrl());
        }
        Extension label = prepared.usual().getExtensionByUrl(OrderExtensions.BASE + "label");
        if (label != null) {
            order.addExtension(label.copy());
        }
    }

    private void agreement(ServiceRequest order) {
        if (plan.isAgreed()) {
            order.addExtension(OrderExtensions.AGREED, moment());
        } else {
            order.addExtension(OrderExtensions.AGREEMENT_REQUESTED, new BooleanType(true));
        }
        if (plan.isFocal()) {
            order.addExtension(OrderExtensions.FOCAL, new BooleanType(true));
        }
        if (plan.isPractised()) {
            order.addExtension(OrderExtensions.BASE + "practised-in-session", new BooleanType(true));
        }
        if (plan.confidence() != null) {
            order.addExtension(OrderExtensions.BASE + "confidence", new IntegerType(plan.confidence()));
        }
        if (!plan.backupIf().isEmpty()) {
            order.addExtension(new BackupPlan(plan.backupIf(), plan.backupThen()).extension());
        }
    }

    private Timing timing() {
        Timing timing = plan.rhythm().timing();
        Period bounds = new Period();
        // A time of today that is over already is not expected any more.
        bounds.setStartElement(
                hasTimes() && plan.start().equals(prepared.today())
                        ? moment()
                        : new DateTimeType(plan.start().toString()));
        if (plan.weeks() != null) {
            LocalDate last = plan.start().plusDays((long) plan.weeks() * DAYS_OF_A_WEEK - 1);
            bounds.setEndElement(new DateTimeType(last.toString()));
        }
        timing.getRepeat().setBounds(bounds);
        return timing;
    }

    private boolean hasTimes() {
        return plan.rhythm().part() != null || plan.rhythm().at() != null;
    }

    private DateTimeType moment() {
        return new DateTimeType(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(now));
    }

    private Reference patient() {
        return new Reference("Patient/" + prepared.patient());
    }
}
