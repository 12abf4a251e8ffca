package org.cbthomework.adherence.schedule;

import static java.time.temporal.ChronoUnit.DAYS;
import static java.time.temporal.ChronoUnit.WEEKS;
import static java.time.temporal.TemporalAdjusters.previousOrSame;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Recurring days: every so many days, or chosen weekdays every so many weeks. Weeks begin on Monday, as in a
 * {@code WEEKLY} rule of RFC 5545 with {@code WKST=MO}.
 *
 * @param weekdays the weekdays that take part; all seven if every day does
 * @param every 1 for each day or week, 2 for every second, and so on; at least 1
 * @param weekly whether {@code every} counts weeks rather than days
 */
public record Days(Set<DayOfWeek> weekdays, int every, boolean weekly) {

    public Days {
        if (weekdays.isEmpty()) {
            throw new UnusableSchedule("A schedule names no weekday; name at least one, or leave weekdays out");
        }
        if (every < 1) {
            throw new UnusableSchedule("A schedule repeats every " + every + " days or weeks; use 1 or more");
        }
        weekdays = Set.copyOf(weekdays);
    }

    /** Every day. */
    public static Days daily() {
        return every(1);
    }

    /** Every so many days, counted from the first day of the segment. */
    public static Days every(int days) {
        return new Days(EnumSet.allOf(DayOfWeek.class), days, false);
    }

    /** Each of these weekdays, every week. */
    public static Days on(DayOfWeek first, DayOfWeek... others) {
        return new Days(EnumSet.of(first, others), 1, true);
    }

    Stream<LocalDate> in(Frame frame) {
        LocalDate first = frame.firstDay();
        return Stream.iterate(first, frame::reaches, day -> day.plusDays(1))
                .filter(day -> weekdays.contains(day.getDayOfWeek()))
                .filter(day -> periodsBetween(first, day) % every == 0);
    }

    private long periodsBetween(LocalDate first, LocalDate day) {
        return weekly ? WEEKS.between(first.with(previousOrSame(DayOfWeek.MONDAY)), day) : DAYS.between(first, day);
    }
}
