package org.cbthomework.plugin.assignment;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cbthomework.plugin.refusal.Problem;
import org.cbthomework.plugin.refusal.Refused;
import org.cbthomework.plugin.worksheet.Canonical;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanActivityComponent;
import org.hl7.fhir.r4.model.CarePlan.CarePlanActivityDetailComponent;
import org.hl7.fhir.r4.model.CarePlan.CarePlanActivityStatus;
import org.hl7.fhir.r4.model.CarePlan.CarePlanStatus;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.hl7.fhir.r4.model.Timing;
import org.hl7.fhir.r4.model.Type;

/** Activities of a CarePlan that schedule a Questionnaire, each read as if it were an order of its own. */
final class Activities {

    private Activities() {}

    /** Whether the plan schedules any homework. */
    static boolean anyIn(CarePlan plan) {
        return plan.getActivity().stream().anyMatch(Activities::isHomework);
    }

    /** Whether the plan, or all that it schedules, is over. */
    static boolean isOver(CarePlan plan) {
        return plan.getStatus() == CarePlanStatus.REVOKED || plan.getStatus() == CarePlanStatus.COMPLETED;
    }

    static boolean isOver(CarePlanActivityDetailComponent detail) {
        return detail.getStatus() == CarePlanActivityStatus.COMPLETED
                || detail.getStatus() == CarePlanActivityStatus.CANCELLED
                || detail.getStatus() == CarePlanActivityStatus.STOPPED;
    }

    /** The details of the activities that schedule homework. */
    static List<CarePlanActivityDetailComponent> of(CarePlan plan) {
        return plan.getActivity().stream()
                .filter(Activities::isHomework)
                .map(CarePlanActivityComponent::getDetail)
                .toList();
    }

    /**
     * The orders that the plan amounts to, in its order.
     *
     * @throws Refused if two activities schedule the same Questionnaire, which leaves responses ambiguous
     */
    static List<ServiceRequest> orders(CarePlan plan) {
        Set<String> seen = new HashSet<>();
        return of(plan).stream()
                .map(detail -> {
                    Canonical worksheet = worksheet(detail);
                    if (!seen.add(worksheet.url())) {
                        throw new Refused(
                                "CarePlan.activity.detail.instantiatesCanonical",
                                "Two activities schedule " + worksheet.url()
                                        + "; join them in one, or write each as a ServiceRequest of its own");
                    }
                    return order(plan, detail, worksheet);
                })
                .toList();
    }

    /** An order as it stands in two versions of a plan. */
    record InBoth(ServiceRequest before, ServiceRequest now) {}

    /** The orders that stand in both versions of a plan. */
    static List<InBoth> inBoth(CarePlan before, CarePlan now) {
        List<ServiceRequest> newer = orders(now);
        return orders(before).stream()
                .flatMap(old -> newer.stream()
                        .filter(order -> Orders.worksheet(order)
                                .url()
                                .equals(Orders.worksheet(old).url()))
                        .map(order -> new InBoth(old, order)))
                .toList();
    }

    /** The same refusal, with each place named as the author of the plan knows it. */
    static Refused asInThePlan(Refused refused) {
        return new Refused(refused.problems().stream()
                .map(problem -> new Problem(asInThePlan(problem.expression()), asInThePlan(problem.message())))
                .toList());
    }

    private static String asInThePlan(String text) {
        return text.replace("ServiceRequest.occurrence", "CarePlan.activity.detail.scheduled")
                .replace("ServiceRequest.authoredOn", "CarePlan.period.start")
                .replace("or authoredOn", "or CarePlan.period.start")
                .replace("ServiceRequest.status", "CarePlan.activity.detail.status");
    }

    private static boolean isHomework(CarePlanActivityComponent activity) {
        return activity.hasDetail()
                && activity.getDetail().hasScheduledTiming()
                && activity.getDetail().getInstantiatesCanonical().stream().anyMatch(Activities::isQuestionnaire);
    }

    private static boolean isQuestionnaire(CanonicalType canonical) {
        return canonical.getValue() != null && canonical.getValue().contains("/Questionnaire/");
    }

    /** The worksheet of an activity that schedules homework. */
    static Canonical worksheet(CarePlanActivityDetailComponent detail) {
        return detail.getInstantiatesCanonical().stream()
                .filter(Activities::isQuestionnaire)
                .map(PrimitiveType::getValue)
                .map(Canonical::parse)
                .findFirst()
                .orElseThrow();
    }

    private static ServiceRequest order(CarePlan plan, CarePlanActivityDetailComponent detail, Canonical worksheet) {
        ServiceRequest order = new ServiceRequest();
        order.setStatus(status(plan, detail));
        order.setSubject(plan.getSubject());
        plan.getMeta().getSecurity().forEach(label -> order.getMeta().addSecurity(label));
        order.addBasedOn().setReference("CarePlan/" + plan.getIdElement().getIdPart());
        order.setOccurrence(bounded(plan, detail));
        order.setAuthoredOnElement(
                plan.getPeriod().hasStart() ? plan.getPeriod().getStartElement() : plan.getCreatedElement());
        HomeworkExtensions.value(plan, HomeworkExtensions.TIMEZONE, Type.class)
                .ifPresent(zone -> order.addExtension(HomeworkExtensions.TIMEZONE, zone));
        Orders.copyExtensions(detail.getExtension(), order);
        order.addExtension(HomeworkExtensions.WORKSHEET, new CanonicalType(worksheet.toString()));
        return order;
    }

    /** A schedule without an end of its own ends with the plan. */
    private static Timing bounded(CarePlan plan, CarePlanActivityDetailComponent detail) {
        Timing timing = detail.getScheduledTiming().copy();
        boolean endsWithThePlan = plan.getPeriod().hasEnd()
                && (!timing.getRepeat().hasBounds()
                        || (timing.getRepeat().hasBoundsPeriod()
                                && !timing.getRepeat().getBoundsPeriod().hasEnd()));
        if (timing.hasRepeat() && endsWithThePlan) {
            Period bounds = timing.getRepeat().hasBounds() ? timing.getRepeat().getBoundsPeriod() : new Period();
            bounds.setEndElement(plan.getPeriod().getEndElement());
            timing.getRepeat().setBounds(bounds);
        }
        return timing;
    }

    private static ServiceRequestStatus status(CarePlan plan, CarePlanActivityDetailComponent detail) {
        if (plan.getStatus() == CarePlanStatus.DRAFT) {
            return ServiceRequestStatus.DRAFT;
        }
        if (plan.getStatus() == CarePlanStatus.ENTEREDINERROR
                || detail.getStatus() == CarePlanActivityStatus.ENTEREDINERROR) {
            return ServiceRequestStatus.ENTEREDINERROR;
        }
        if (plan.getStatus() == CarePlanStatus.ONHOLD || detail.getStatus() == CarePlanActivityStatus.ONHOLD) {
            return ServiceRequestStatus.ONHOLD;
        }
        return isOver(plan) || isOver(detail) ? ServiceRequestStatus.REVOKED : ServiceRequestStatus.ACTIVE;
    }
}
