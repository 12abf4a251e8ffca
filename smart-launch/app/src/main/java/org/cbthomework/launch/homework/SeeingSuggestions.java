package org.cbthomework.launch.homework;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.cbthomework.launch.homework.Suggestion.Often;
import org.cbthomework.launch.launches.Launch;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.hl7.fhir.r4.model.Timing;
import org.hl7.fhir.r4.model.Timing.TimingRepeatComponent;
import org.jspecify.annotations.Nullable;

/** Sees homework as it is suggested to the patient, with what the patient said to it. */
public final class SeeingSuggestions {

    private static final String ANSWER = "https://w3id.org/cbt-homework/fhir/StructureDefinition/agreement-answer";
    private static final List<String> WEEK = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

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
        Optional<Extension> last = last(order);
        return new Suggestion(
                order.getIdElement().getIdPart(),
                told.of(order),
                often(order),
                day(bounds.hasStart() ? bounds.getStartElement() : null, zone)
                        .filter(from -> from.isAfter(today))
                        .orElse(null),
                day(bounds.hasEnd() ? bounds.getEndElement() : null, zone).orElse(null),
                !OrdersNow.waitsForAgreement(order),
                last.map(each -> part(each, "answer")).orElse(null),
                last.map(each -> part(each, "words")).orElse(null));
    }

    /** What the patient said last. */
    static Optional<Extension> last(ServiceRequest order) {
        return order.getExtensionsByUrl(ANSWER).stream()
                .max(Comparator.comparing(each -> String.valueOf(part(each, "at"))));
    }

    static boolean isChangeAsked(ServiceRequest order) {
        return last(order).filter(each -> "change".equals(part(each, "answer"))).isPresent();
    }

    private static @Nullable String part(Extension answer, String name) {
        return answer.getExtensionByUrl(name) != null
                        && answer.getExtensionByUrl(name).getValue() instanceof PrimitiveType<?> value
                ? value.getValueAsString()
                : null;
    }

    private static Optional<LocalDate> day(@Nullable DateTimeType time, ZoneId zone) {
        return Optional.ofNullable(time).map(each -> WeekOf.day(each, zone));
    }

    private static Often often(ServiceRequest order) {
        if (OrdersNow.isLog(order) || !order.hasOccurrenceTiming()) {
            return new Often("when-it-happens", 0, 1, "d", List.of(), List.of());
        }
        Timing timing = order.getOccurrenceTiming();
        if (timing.hasEvent()) {
            return new Often("dates", timing.getEvent().size(), 1, "d", List.of(), List.of());
        }
        TimingRepeatComponent repeat = timing.getRepeat();
        List<String> at = Stream.concat(
                        repeat.getTimeOfDay().stream()
                                .map(time -> time.getValue().substring(0, "20:00".length())),
                        repeat.getWhen().stream().map(when -> when.getValue().toCode()))
                .toList();
        List<Integer> days = repeat.getDayOfWeek().stream()
                .map(day ->
                        DayOfWeek.of(WEEK.indexOf(day.getValue().toCode()) + 1).getValue())
                .sorted()
                .toList();
        return new Often(
                days.isEmpty() ? "times" : "days",
                repeat.hasFrequency() ? repeat.getFrequency() : Math.max(1, at.size()),
                repeat.hasPeriod() ? Math.max(1, repeat.getPeriod().intValue()) : 1,
                repeat.hasPeriodUnit() ? repeat.getPeriodUnit().toCode() : "d",
                days,
                at);
    }
}
