package org.cbthomework.launch.homework;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.jspecify.annotations.Nullable;

/**
 * Days on which nothing is expected.
 *
 * @param lastDay inclusive; null while it is open
 */
public record Pause(LocalDate firstDay, @Nullable LocalDate lastDay) {

    /** The pauses of an order, the earliest first. */
    static List<Pause> of(ServiceRequest order, ZoneId zone) {
        return order.getExtensionsByUrl(OrderExtensions.PAUSE).stream()
                .flatMap(extension -> extension.getValue() instanceof Period period
                        ? of(period, zone).stream()
                        : Optional.<Pause>empty().stream())
                .sorted(Comparator.comparing(Pause::firstDay))
                .toList();
    }

    /** Empty without a start, which says nothing. */
    public static Optional<Pause> of(Period period, ZoneId zone) {
        return period.hasStart()
                ? Optional.of(new Pause(
                        Days.first(period.getStartElement(), zone),
                        period.hasEnd() ? Days.last(period.getEndElement(), zone) : null))
                : Optional.empty();
    }

    public Period period() {
        Period period = new Period().setStartElement(new DateTimeType(firstDay.toString()));
        return lastDay == null ? period : period.setEndElement(new DateTimeType(lastDay.toString()));
    }

    public boolean isOverBy(LocalDate day) {
        return lastDay != null && lastDay.isBefore(day);
    }

    public boolean holds(LocalDate day) {
        return !day.isBefore(firstDay) && !isOverBy(day);
    }

    /** Whether they have a day in common. */
    public boolean meets(Pause other) {
        return !isOverBy(other.firstDay) && !other.isOverBy(firstDay);
    }
}
