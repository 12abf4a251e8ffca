package org.cbthomework.launch.homework;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.cbthomework.launch.homework.Today.Log;
import org.cbthomework.launch.homework.Today.Suggested;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.hl7.fhir.r4.model.ServiceRequest;

/** The orders of a patient that are under way: which wait for agreement, and which are logs of what happens. */
final class OrdersNow {

    private static final String NONE_TODAY = OrderExtensions.BASE + "none-today";

    private final List<ServiceRequest> orders;
    private final Told told;
    private final List<QuestionnaireResponse> recent;
    private final Instant now;
    private final ZoneId zone;

    OrdersNow(List<ServiceRequest> orders, Told told, List<QuestionnaireResponse> recent, Instant now, ZoneId zone) {
        this.orders = orders;
        this.told = told;
        this.recent = recent;
        this.now = now;
        this.zone = zone;
    }

    List<Suggested> suggested() {
        return orders.stream()
                .filter(OrdersNow::waitsForAgreement)
                .map(order -> new Suggested(
                        order.getIdElement().getIdPart(),
                        told.of(order),
                        AgreementAnswer.last(order)
                                .filter(AgreementAnswer::asksForChange)
                                .isPresent()))
                .toList();
    }

    List<Log> logs() {
        return orders.stream()
                .filter(order -> isLog(order) && !waitsForAgreement(order) && isUnderWay(order))
                .map(this::log)
                .toList();
    }

    /** Whether the patient was asked to agree to it, and has not. */
    static boolean waitsForAgreement(ServiceRequest order) {
        return OrderExtensions.isTrue(order, OrderExtensions.AGREEMENT_REQUESTED)
                && !order.hasExtension(OrderExtensions.AGREED);
    }

    /** Whether it is noted whenever it happens, with no number agreed. */
    static boolean isLog(ServiceRequest order) {
        return AgreedDose.isAsNeeded(order)
                && !(order.hasOccurrenceTiming()
                        && (order.getOccurrenceTiming().hasEvent()
                                || order.getOccurrenceTiming().getRepeat().hasFrequency()));
    }

    private boolean isUnderWay(ServiceRequest order) {
        if (!order.hasOccurrenceTiming()
                || !order.getOccurrenceTiming().getRepeat().hasBoundsPeriod()) {
            return true;
        }
        Period bounds = order.getOccurrenceTiming().getRepeat().getBoundsPeriod();
        ZoneId wall = Zones.of(order, zone);
        LocalDate today = LocalDate.ofInstant(now, wall);
        return (!bounds.hasStart()
                        || !WeekOf.day(bounds.getStartElement(), wall).isAfter(today))
                && (!bounds.hasEnd()
                        || !WeekOf.day(bounds.getEndElement(), wall).isBefore(today));
    }

    private Log log(ServiceRequest order) {
        String id = "ServiceRequest/" + order.getIdElement().getIdPart();
        ZoneId wall = Zones.of(order, zone);
        List<QuestionnaireResponse> own = recent.stream()
                .filter(response -> response.getBasedOn().stream().anyMatch(each -> id.equals(each.getReference())))
                .toList();
        List<QuestionnaireResponse> entries = own.stream()
                .filter(response -> WeekOf.isHandedIn(response) && !response.hasExtension(NONE_TODAY))
                .toList();
        return new Log(
                order.getIdElement().getIdPart(),
                told.of(order),
                (int) entries.stream().filter(each -> isOfToday(each, wall)).count(),
                (int) entries.stream().filter(each -> isOfThisWeek(each, wall)).count(),
                own.stream().anyMatch(each -> each.hasExtension(NONE_TODAY) && isOfToday(each, wall)),
                own.stream()
                        .filter(each -> each.getStatus() == QuestionnaireResponseStatus.INPROGRESS)
                        .map(each -> each.getIdElement().getIdPart())
                        .toList());
    }

    /** By the wall that it was written on: where it is still the same day, it is of today. */
    private boolean isOfToday(QuestionnaireResponse response, ZoneId wall) {
        return response.getStatus() != QuestionnaireResponseStatus.ENTEREDINERROR
                && response.hasAuthored()
                && WeekOf.day(response.getAuthoredElement(), wall)
                        .equals(WeekOf.today(response.getAuthoredElement(), wall, now));
    }

    private boolean isOfThisWeek(QuestionnaireResponse response, ZoneId wall) {
        return response.hasAuthored()
                && !WeekOf.day(response.getAuthoredElement(), wall)
                        .isBefore(WeekOf.monday(WeekOf.today(response.getAuthoredElement(), wall, now)));
    }
}
