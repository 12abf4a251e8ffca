package org.cbthomework.adherence.schedule;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Recurring days and times against the recurrence rules of RFC 5545, as lib-recur evaluates them. */
@Tag("domain")
class RecurrenceOracleTest {

    private static final List<ZoneId> ZONES = List.of(
            ZoneId.of("Europe/Berlin"),
            ZoneId.of("America/New_York"),
            ZoneId.of("Australia/Lord_Howe"),
            ZoneId.of("Asia/Kolkata"));

    static LongStream seeds() {
        return LongStream.range(0, 1_000);
    }

    /** Seeds that follow one another begin alike in {@link Random}; spread out, they do not. */
    private static Random seeded(long seed) {
        return new Random(seed * 0x9E3779B97F4A7C15L);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void times_of_recurring_days_are_those_of_the_recurrence_rule(long seed) throws InvalidRecurrenceRuleException {
        Random random = seeded(seed);
        Days days = anyDays(random);
        Set<LocalTime> times = anyTimes(random);
        Stay stay = Stay.any(random);

        TreeSet<LocalDateTime> expected = new TreeSet<>();
        for (LocalTime time : times) {
            expected.addAll(ofRule(rule(days), stay.start().toLocalDate(), time, stay.end()));
        }
        expected.removeIf(each -> !stay.holds(each));

        assertThat(stay.occasions(new AtTimes(days, times)))
                .as("seed %d: %s at %s in %s", seed, rule(days), times, stay)
                .extracting(each -> LocalDateTime.parse(each.key().value()))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void recurring_days_without_a_time_are_those_of_the_recurrence_rule(long seed)
            throws InvalidRecurrenceRuleException {
        Random random = seeded(seed);
        Days days = anyDays(random);
        Stay stay = Stay.any(random);

        List<LocalDate> expected =
                ofRule(rule(days), stay.start().toLocalDate(), LocalTime.MIDNIGHT, stay.end()).stream()
                        .map(LocalDateTime::toLocalDate)
                        .filter(day -> !day.plusDays(1).atStartOfDay().isAfter(stay.end()))
                        .toList();

        assertThat(stay.occasions(new OnDays(days, 1)))
                .as("seed %d: %s in %s", seed, rule(days), stay)
                .extracting(Occasion::day)
                .containsExactlyElementsOf(expected);
    }

    /** A stretch of a few months, told by wall clocks. */
    private record Stay(ZoneId zone, LocalDateTime start, LocalDateTime end) {

        static Stay any(Random random) {
            LocalDateTime start = LocalDate.of(2025, 1, 1)
                    .plusDays(random.nextInt(1000))
                    .atTime(random.nextInt(24), 15 * random.nextInt(4));
            LocalDateTime end = start.toLocalDate()
                    .plusDays(1 + random.nextInt(120))
                    .atTime(random.nextBoolean() ? 0 : random.nextInt(24), 0);
            return new Stay(ZONES.get(random.nextInt(ZONES.size())), start, end);
        }

        boolean holds(LocalDateTime local) {
            Instant moment = at(local);
            return !moment.isBefore(at(start)) && moment.isBefore(at(end));
        }

        List<Occasion> occasions(Schedule schedule) {
            return new Segment(schedule, WindowRule.of(Kind.SELF_ASSESSMENT), at(start), at(end))
                    .occasions(zone, Calendar.empty(), end.toLocalDate());
        }

        private Instant at(LocalDateTime local) {
            return local.atZone(zone).toInstant();
        }
    }

    private static Days anyDays(Random random) {
        int every = 1 + random.nextInt(5);
        if (random.nextInt(3) == 0) {
            return random.nextBoolean() ? Days.daily() : Days.every(every);
        }
        EnumSet<DayOfWeek> weekdays = EnumSet.of(DayOfWeek.of(1 + random.nextInt(7)));
        for (DayOfWeek weekday : DayOfWeek.values()) {
            if (random.nextInt(3) == 0) {
                weekdays.add(weekday);
            }
        }
        return new Days(weekdays, every, true);
    }

    private static Set<LocalTime> anyTimes(Random random) {
        Set<LocalTime> times = new TreeSet<>();
        int several = 1 + random.nextInt(4);
        while (times.size() < several) {
            times.add(LocalTime.of(random.nextInt(24), 5 * random.nextInt(12)));
        }
        return times;
    }

    private static String rule(Days days) {
        return days.weekly()
                ? "FREQ=WEEKLY;INTERVAL=" + days.every() + ";WKST=MO;BYDAY="
                        + days.weekdays().stream()
                                .sorted()
                                .map(each -> each.name().substring(0, 2))
                                .collect(joining(","))
                : "FREQ=DAILY;INTERVAL=" + days.every();
    }

    /** The floating local times of a rule, from the first day up to an end (inclusive). */
    private static List<LocalDateTime> ofRule(String rule, LocalDate first, LocalTime time, LocalDateTime end)
            throws InvalidRecurrenceRuleException {
        RecurrenceRuleIterator iterator = new RecurrenceRule(
                        rule + ";BYHOUR=" + time.getHour() + ";BYMINUTE=" + time.getMinute() + ";BYSECOND=0")
                .iterator(new DateTime(first.getYear(), first.getMonthValue() - 1, first.getDayOfMonth(), 0, 0, 0));
        List<LocalDateTime> times = new ArrayList<>();
        while (true) {
            DateTime next = iterator.nextDateTime();
            LocalDateTime local = LocalDateTime.of(
                    next.getYear(),
                    next.getMonth() + 1,
                    next.getDayOfMonth(),
                    next.getHours(),
                    next.getMinutes(),
                    next.getSeconds());
            if (local.isAfter(end)) {
                return times;
            }
            times.add(local);
        }
    }
}
