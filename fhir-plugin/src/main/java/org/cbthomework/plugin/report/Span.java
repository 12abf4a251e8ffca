package org.cbthomework.plugin.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import org.cbthomework.adherence.Weeks.Week;
import org.cbthomework.adherence.schedule.Segment;
import org.hl7.fhir.r4.model.Period;

/**
 * The time that an Observation is about.
 *
 * @param from its start, inclusive
 * @param to its end, exclusive; one before the start is none
 * @param zone whose clocks tell it
 */
record Span(Instant from, Instant to, ZoneId zone) {

    /**
     * From the start of the days asked for, or of the assignment, to their end: no later than the end of the assignment, nor
     * than the moment it was measured for.
     */
    static Span toDate(Measured measured, Days days) {
        ZoneId zone = measured.assigned().terms().zone();
        Instant asOf = measured.adherence().asOf();
        Instant from = days.start()
                .map(day -> startOf(day, zone))
                .orElseGet(() -> measured.assigned().terms().segments().get(0).startInclusive());
        Instant to = days.end()
                .map(day -> startOf(day.plusDays(1), zone))
                .filter(end -> end.isBefore(asOf))
                .orElse(asOf);
        Instant over = measured.assigned().terms().segments().stream()
                .map(Segment::endExclusive)
                .max(Comparator.naturalOrder())
                .orElse(Instant.MAX);
        return new Span(from, over.isBefore(to) ? over : to, zone);
    }

    /** From the start of its first day to the end of its last. */
    static Span of(Week week) {
        ZoneId zone = week.adherence().assignment().zone();
        return new Span(startOf(week.first(), zone), startOf(week.last().plusDays(1), zone), zone);
    }

    /** From the earlier start to the later end. */
    Span and(Span other) {
        return new Span(other.from.isBefore(from) ? other.from : from, other.to.isAfter(to) ? other.to : to, zone);
    }

    Period period() {
        Period period = new Period().setStartElement(Values.moment(from, zone));
        return to.isBefore(from) ? period : period.setEndElement(Values.moment(to, zone));
    }

    private static Instant startOf(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }
}
