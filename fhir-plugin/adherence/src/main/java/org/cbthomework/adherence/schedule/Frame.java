package org.cbthomework.adherence.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * What a schedule is laid out in: a stretch of time, the patient's zone, what else is known of those days, and the rule for
 * windows.
 *
 * @param startInclusive the start of the stretch; recurrences are anchored at its local day
 * @param endExclusive the end of the stretch, {@link Instant#MAX} if open
 * @param lastDay the last local day (inclusive) on which occasions are asked for
 */
public record Frame(
        Instant startInclusive,
        Instant endExclusive,
        ZoneId zone,
        WindowRule rule,
        Calendar calendar,
        LocalDate lastDay) {

    /** The local day on which the stretch starts. */
    LocalDate firstDay() {
        return startInclusive.atZone(zone).toLocalDate();
    }

    /** Whether the moment lies in the stretch. */
    boolean holds(Instant moment) {
        return !moment.isBefore(startInclusive) && moment.isBefore(endExclusive);
    }

    /** Whether any of the local day lies in the stretch and is asked for. */
    boolean reaches(LocalDate day) {
        return !day.isAfter(lastDay) && startOf(day).toInstant().isBefore(endExclusive);
    }

    /** Whether the local day is over before the stretch ends. */
    boolean holdsWhole(LocalDate day) {
        return !startOf(day.plusDays(1)).toInstant().isAfter(endExclusive);
    }

    /** Whether an excuse holds at the moment. */
    boolean excuses(Instant moment) {
        return calendar.excuses(moment);
    }

    /** Whether an excuse touches the local day. */
    boolean excuses(LocalDate day) {
        return calendar.excusesAnyOf(day, zone);
    }

    ZonedDateTime startOf(LocalDate day) {
        return day.atStartOfDay(zone);
    }
}
