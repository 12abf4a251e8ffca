package org.cbthomework.demo.patients;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The time that a patient has been in therapy, from the day of the first session up to now, on the clock where the
 * patient lives.
 */
record Course(LocalDate firstDay, LocalTime sessionTime, ZoneId zone, Instant now) {

    /** The course that began on the last such weekday at least so many days before today. */
    static Course begun(int daysAgo, DayOfWeek weekday, LocalTime sessionTime, ZoneId zone, Instant now) {
        LocalDate firstDay =
                LocalDate.ofInstant(now, zone).minusDays(daysAgo).with(TemporalAdjusters.previousOrSame(weekday));
        return new Course(firstDay, sessionTime, zone, now);
    }

    LocalDate day(int number) {
        return firstDay.plusDays(number);
    }

    /** All days up to today, inclusive. */
    Stream<Day> days() {
        long today = ChronoUnit.DAYS.between(firstDay, LocalDate.ofInstant(now, zone));
        return IntStream.rangeClosed(0, Math.toIntExact(today)).mapToObj(number -> new Day(day(number), number, zone));
    }

    /** The start of each weekly session; the last one is the next to come. */
    List<ZonedDateTime> sessions() {
        ZonedDateTime first = firstDay.atTime(sessionTime).atZone(zone);
        long held = Stream.iterate(first, session -> !session.toInstant().isAfter(now), session -> session.plusWeeks(1))
                .count();
        return Stream.iterate(first, session -> session.plusWeeks(1))
                .limit(held + 1)
                .toList();
    }

    boolean isOver(OffsetDateTime moment) {
        return !moment.toInstant().isAfter(now);
    }

    /** How far a day is on the way through twelve weeks, from 0 to 1. */
    double progress(int number) {
        return Math.min(1, number / 84.0);
    }
}
