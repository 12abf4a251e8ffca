package org.cbthomework.plugin.access;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Period;
import org.jspecify.annotations.Nullable;

/**
 * From when until when something counts; open where nothing is said. A day that is named without a time is wholly within,
 * by UTC: a period of a care team names no zone.
 *
 * @param start inclusive
 * @param end exclusive
 */
record Span(Instant start, Instant end) {

    private static final int DAY = "2026-01-01".length();

    static Span of(@Nullable Period period) {
        if (period == null) {
            return new Span(Instant.MIN, Instant.MAX);
        }
        return new Span(
                moment(period.getStartElement(), false).orElse(Instant.MIN),
                moment(period.getEndElement(), true).orElse(Instant.MAX));
    }

    boolean includes(Instant moment) {
        return !moment.isBefore(start) && moment.isBefore(end);
    }

    /** What is in both. */
    Span within(Span other) {
        return new Span(start.isAfter(other.start) ? start : other.start, end.isBefore(other.end) ? end : other.end);
    }

    /** One that no longer counts, whenever it would have. */
    Span ended() {
        return new Span(start, Instant.MIN);
    }

    boolean isOver(Instant moment) {
        return !moment.isBefore(end);
    }

    private static Optional<Instant> moment(DateTimeType element, boolean isEnd) {
        String text = element.getValueAsString();
        if (text == null) {
            return Optional.empty();
        }
        if (text.length() > DAY) {
            return Optional.of(element.getValue().toInstant());
        }
        LocalDate first = LocalDate.parse((text + "-01-01").substring(0, DAY));
        LocalDate from = isEnd ? next(first, text.length()) : first;
        return Optional.of(from.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    /** The first day after a year, a month or a day. */
    private static LocalDate next(LocalDate first, int length) {
        if (length == DAY) {
            return first.plusDays(1);
        }
        return length == "2026".length() ? first.plusYears(1) : first.plusMonths(1);
    }
}
