package org.cbthomework.launch.homework;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cbthomework.launch.launches.Launch;
import org.cbthomework.launch.launches.Scopes;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;

/** Sees what is due today, where the patient lives, and what is around it as far as the scopes go. */
public final class SeeingToday {

    private static final int DAYS_AHEAD = 7;
    private static final int DAYS_BACK = 7;

    private final HomeworkStores stores;
    private final Clock clock;
    private final ZoneId otherwise;

    /**
     * For patients in any zone.
     *
     * @param otherwise the zone of patients whose record tells none
     */
    public SeeingToday(HomeworkStores stores, Clock clock, ZoneId otherwise) {
        this.stores = stores;
        this.clock = clock;
        this.otherwise = otherwise;
    }

    /** Empty if the launch is about no patient. What was cancelled is not due. */
    public Optional<Today> of(Launch opened, Locale reader) {
        Launch launch = stores.current(opened);
        return Optional.ofNullable(launch.context().patient())
                .map(patient -> of(stores.of(launch), launch.grant().scopes(), patient, reader));
    }

    private Today of(HomeworkStore store, Scopes scopes, String patient, Locale reader) {
        ZoneId zone = scopes.allow("Patient", 'r') ? Zones.of(store.patient(patient), otherwise) : otherwise;
        Instant now = clock.instant();
        LocalDate date = LocalDate.ofInstant(now, zone);
        List<ServiceRequest> orders = scopes.allow("ServiceRequest", 's')
                ? store.assignments(patient).stream()
                        .filter(order -> order.getStatus() == ServiceRequestStatus.ACTIVE)
                        .toList()
                : List.of();
        List<QuestionnaireResponse> said = scopes.allow("QuestionnaireResponse", 's')
                ? store.responsesSince(patient, date.minusDays(DAYS_BACK))
                : List.of();
        List<QuestionnaireResponse> recent = said.stream()
                .filter(response -> !SmallForms.answeredBy(response))
                .toList();
        Told told = new Told(store, orders, reader);
        OccasionsAround occasions = new OccasionsAround(
                store.occasions(
                        patient,
                        date.minusDays(DAYS_BACK).atStartOfDay(zone).toInstant(),
                        date.plusDays(DAYS_AHEAD + 1L).atStartOfDay(zone).toInstant()),
                told,
                now,
                zone);
        OrdersNow standing = new OrdersNow(orders, told, recent, now, zone);
        return new Today(
                date,
                zone.getId(),
                occasions
                        .missed()
                        .filter(missed -> said.stream().noneMatch(SmallForms::isOnObstacles))
                        .orElse(null),
                standing.suggested(),
                occasions.due(),
                standing.logs(),
                occasions.next(),
                new WeekOf(occasions.tasks(), recent, zone).around(date));
    }
}
