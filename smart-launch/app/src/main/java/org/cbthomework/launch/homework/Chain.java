package org.cbthomework.launch.homework;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Duration;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.hl7.fhir.r4.model.Timing;
import org.jspecify.annotations.Nullable;

/**
 * The orders of one assignment, of which each holds until the next begins: a change of dose is a new order that replaces
 * the one before.
 *
 * @param orders at least one, the earliest first
 * @param zone of the patient's wall
 */
public record Chain(List<ServiceRequest> orders, ZoneId zone) {

    public Chain {
        orders = orders.stream()
                .sorted(Comparator.comparing((ServiceRequest order) -> start(order, zone))
                        .thenComparing(order -> order.getIdElement().getIdPart()))
                .toList();
    }

    /** The chain that an order is part of; empty if there is no such order. What was entered in error is part of none. */
    public static Optional<Chain> holding(String id, List<ServiceRequest> all, ZoneId otherwise) {
        List<ServiceRequest> left = new ArrayList<>(all.stream()
                .filter(order -> order.getStatus() != ServiceRequestStatus.ENTEREDINERROR)
                .toList());
        List<ServiceRequest> chain = new ArrayList<>(
                left.stream().filter(order -> id(order).equals(id)).toList());
        left.removeAll(chain);
        for (int i = 0; i < chain.size(); i++) {
            ServiceRequest link = chain.get(i);
            List<ServiceRequest> linked = left.stream()
                    .filter(each -> replaces(each, link) || replaces(link, each))
                    .toList();
            chain.addAll(linked);
            left.removeAll(linked);
        }
        return chain.isEmpty() ? Optional.empty() : Optional.of(new Chain(chain, zone(chain.get(0), otherwise)));
    }

    /** The one that holds, or is to hold, as the last. */
    public ServiceRequest head() {
        return orders.get(orders.size() - 1);
    }

    /** The one that holds on a day; the first, before that. */
    public ServiceRequest on(LocalDate day) {
        return Stream.iterate(orders.size() - 1, i -> i - 1)
                .limit(orders.size())
                .map(orders::get)
                .filter(order -> !firstDay(order).isAfter(day))
                .findFirst()
                .orElse(orders.get(0));
    }

    public LocalDate firstDay(ServiceRequest order) {
        return start(order, zone).atZone(zone).toLocalDate();
    }

    /** The last day on which anything is expected by it, inclusive; null if no end was agreed. */
    public static @Nullable LocalDate lastDay(ServiceRequest order, ZoneId zone) {
        if (!(order.getOccurrence() instanceof Timing timing)) {
            return null;
        }
        Timing.TimingRepeatComponent repeat = timing.getRepeat();
        if (repeat.hasBoundsPeriod()) {
            return repeat.getBoundsPeriod().hasEnd()
                    ? Days.last(repeat.getBoundsPeriod().getEndElement(), zone)
                    : null;
        }
        Duration length = repeat.hasBoundsDuration() ? repeat.getBoundsDuration() : new Duration();
        LocalDate first = start(order, zone).atZone(zone).toLocalDate();
        return switch (String.valueOf(length.getCode())) {
            case "d" -> first.plusDays(length.getValue().longValue() - 1);
            case "wk" -> first.plusWeeks(length.getValue().longValue()).minus(1, ChronoUnit.DAYS);
            default -> null;
        };
    }

    /** The pauses of all its orders: each holds for the whole of it. */
    public List<Pause> pauses() {
        return orders.stream()
                .flatMap(order -> Pause.of(order, zone).stream())
                .distinct()
                .sorted(Comparator.comparing(Pause::firstDay))
                .toList();
    }

    /** Whether none of its orders goes on. */
    public boolean isOver() {
        return orders.stream().noneMatch(order -> order.getStatus() == ServiceRequestStatus.ACTIVE);
    }

    /** When it ended; empty while it goes on, or if that was not told. */
    public Optional<Instant> ended() {
        return isOver()
                ? OrderExtensions.value(head(), OrderExtensions.ENDED, DateTimeType.class)
                        .map(at -> Days.moment(at, zone))
                : Optional.empty();
    }

    public static String id(ServiceRequest order) {
        return order.getIdElement().getIdPart();
    }

    private static Instant start(ServiceRequest order, ZoneId zone) {
        BaseDateTimeType start = order.getOccurrence() instanceof Timing timing
                        && timing.getRepeat().hasBoundsPeriod()
                        && timing.getRepeat().getBoundsPeriod().hasStart()
                ? timing.getRepeat().getBoundsPeriod().getStartElement()
                : order.getAuthoredOnElement();
        return start.hasValue() ? Days.moment(start, zone) : Instant.EPOCH;
    }

    private static ZoneId zone(ServiceRequest order, ZoneId otherwise) {
        return OrderExtensions.text(order, OrderExtensions.TIMEZONE)
                .flatMap(Zones::named)
                .orElse(otherwise);
    }

    /** An order for another worksheet is another assignment, whatever it says that it replaces. */
    private static boolean replaces(ServiceRequest order, ServiceRequest other) {
        return worksheet(order).equals(worksheet(other))
                && order.getReplaces().stream()
                        .map(Reference::getReferenceElement)
                        .anyMatch(each -> id(other).equals(each.getIdPart()));
    }

    private static String worksheet(ServiceRequest order) {
        return OrderExtensions.text(order, OrderExtensions.WORKSHEET).orElse("").split("\\|", 2)[0];
    }
}
