package org.cbthomework.launch.homework;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cbthomework.launch.launches.Launch;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.jspecify.annotations.Nullable;

/** Sees homework as it is suggested to the patient, with what the patient said to it. */
public final class SeeingSuggestions {

    private final HomeworkStores stores;
    private final Clock clock;
    private final ZoneId otherwise;

    /**
     * For patients in any zone.
     *
     * @param otherwise the zone of orders that tell none
     */
    public SeeingSuggestions(HomeworkStores stores, Clock clock, ZoneId otherwise) {
        this.stores = stores;
        this.clock = clock;
        this.otherwise = otherwise;
    }

    /** Empty if the patient of the launch has no such order that is under way. */
    public Optional<Suggestion> of(Launch opened, String order, Locale reader) {
        Launch launch = stores.current(opened);
        HomeworkStore store = stores.of(launch);
        return Optional.ofNullable(launch.context().patient()).stream()
                .flatMap(patient -> store.assignments(patient).stream())
                .filter(each -> order.equals(each.getIdElement().getIdPart())
                        && each.getStatus() == ServiceRequestStatus.ACTIVE)
                .findFirst()
                .map(found -> of(found, new Told(store, List.of(found), reader)));
    }

    private Suggestion of(ServiceRequest order, Told told) {
        ZoneId zone = Zones.of(order, otherwise);
        Period bounds = order.hasOccurrenceTiming()
                        && order.getOccurrenceTiming().getRepeat().hasBoundsPeriod()
                ? order.getOccurrenceTiming().getRepeat().getBoundsPeriod()
                : new Period();
        LocalDate today = LocalDate.now(clock.withZone(zone));
        Optional<AgreementAnswer> last = AgreementAnswer.last(order);
        return new Suggestion(
                order.getIdElement().getIdPart(),
                told.of(order),
                AgreedDose.of(order),
                day(bounds.hasStart() ? bounds.getStartElement() : null, zone)
                        .filter(from -> from.isAfter(today))
                        .orElse(null),
                day(bounds.hasEnd() ? bounds.getEndElement() : null, zone).orElse(null),
                !OrdersNow.waitsForAgreement(order),
                last.map(AgreementAnswer::code).orElse(null),
                last.map(AgreementAnswer::words).orElse(null));
    }

    private static Optional<LocalDate> day(@Nullable DateTimeType time, ZoneId zone) {
        return Optional.ofNullable(time).map(each -> WeekOf.day(each, zone));
    }
}
