package org.cbthomework.adherence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cbthomework.adherence.Homework.daily;
import static org.cbthomework.adherence.Homework.diary;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.cbthomework.adherence.schedule.WhenItHappens;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Until when a number told can be trusted to be told again. */
@Tag("domain")
class HoldsUntilTest {

    private static final Instant LONG_AFTER = Instant.parse("2100-01-01T00:00:00Z");

    static LongStream seeds() {
        return LongStream.range(0, 3_000);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void up_to_then_the_same_is_told_at_every_moment(long seed) {
        Told told = Told.upTo(seed);
        Adherence now = told.adherence();
        assertThat(now.holdsUntil()).as("seed %d", seed).isAfter(told.asOf());

        sampled(now, told.random()).forEach(moment -> {
            Adherence then = told.assignment().measure(told.rows(), moment);
            assertThat(asOf(told.asOf(), then))
                    .as("seed %d: told at %s, and again at %s", seed, told.asOf(), moment)
                    .isEqualTo(now);
            assertThat(then.latestBucket())
                    .as("seed %d: told at %s, and again at %s", seed, told.asOf(), moment)
                    .isEqualTo(now.latestBucket());
            assertThat(days(then))
                    .as("seed %d: told at %s, and again at %s", seed, told.asOf(), moment)
                    .isEqualTo(days(now));
        });
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void long_after_the_end_it_holds_for_ever(long seed) {
        Told told = Told.upTo(seed);
        boolean isAwaited = told.assignment().agreement() instanceof Agreement.Awaited;
        boolean ends = told.assignment().segments().stream()
                .noneMatch(each -> each.endExclusive().equals(Instant.MAX));
        Adherence adherence = told.assignment().measure(told.rows(), ends || isAwaited ? LONG_AFTER : told.asOf());

        assertThat(adherence.isSettled()).as("seed %d", seed).isEqualTo(ends);
        assertThat(adherence.holdsUntil().equals(Instant.MAX))
                .as("seed %d: %s", seed, adherence.holdsUntil())
                .isEqualTo(ends || isAwaited);
    }

    private static List<Instant> sampled(Adherence now, Random random) {
        boolean forEver = now.holdsUntil().equals(Instant.MAX);
        Instant end = forEver ? now.asOf().plus(Duration.ofDays(3_000)) : now.holdsUntil();
        long nanos = Duration.between(now.asOf(), end).toNanos();
        return Stream.concat(
                        Stream.of(end.minusNanos(1), end.minusMillis(1)),
                        random.doubles(4).mapToObj(share -> now.asOf().plusNanos((long) (share * nanos))))
                .filter(each -> !each.isBefore(now.asOf()))
                .toList();
    }

    /** The same, said to be of another moment. */
    private static Adherence asOf(Instant moment, Adherence told) {
        return new Adherence(
                told.assignment(), moment, told.occasions(), told.extras(), told.monitoring(), told.holdsUntil());
    }

    private static List<LocalDate> days(Adherence adherence) {
        return Weeks.of(adherence).stream().map(Weeks.Week::first).toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-02T14:00 until 2026-03-02T17:00",
                "2026-03-02T17:00 until 2026-03-03T00:00",
                "2026-03-03T00:00 until 2026-03-03T12:00",
                "2026-03-03T11:59 until 2026-03-03T12:00",
                "2026-03-03T12:00 until 2026-03-03T17:00",
                "2026-03-04T00:00 until 2026-03-04T12:00",
            })
    void a_diary_of_two_evenings_changes_as_each_opens_closes_and_is_over(String told) {
        String[] fromUntil = told.split(" until ", 2);
        Adherence adherence = diary().from("2026-03-02", "2026-03-03", daily("20:00"))
                .asked(fromUntil[0])
                .adherence();

        assertThat(adherence.holdsUntil()).isEqualTo(inBerlin(fromUntil[1]));
        assertThat(adherence.isSettled()).isFalse();
    }

    @Test
    void once_the_last_evening_is_over_nothing_changes_any_more() {
        Adherence over = diary().from("2026-03-02", "2026-03-03", daily("20:00"))
                .asked("2026-03-04T12:00")
                .adherence();

        assertThat(over.holdsUntil()).isEqualTo(Instant.MAX);
        assertThat(over.isSettled()).isTrue();
    }

    @Test
    void what_is_dated_ahead_changes_it_when_its_time_comes() {
        Adherence ahead = diary().from("2026-03-02", "2026-03-03", daily("20:00"))
                .add(Sent.at("2026-03-09T20:10:00").by(HandIn.Author.SYSTEM))
                .asked("2026-03-05T10:00")
                .adherence();

        assertThat(ahead.holdsUntil()).isEqualTo(inBerlin("2026-03-09T20:10"));
    }

    @Test
    void a_part_of_the_days_holds_as_long_as_the_whole() {
        Adherence whole = diary().from("2026-03-02", "2026-03-15", daily("20:00"))
                .asked("2026-03-05T10:00")
                .adherence();
        LocalDate monday = LocalDate.of(2026, 3, 2);

        assertThat(whole.within(monday, monday).holdsUntil()).isEqualTo(whole.holdsUntil());
    }

    @Test
    void a_log_changes_as_each_day_is_over_even_that_on_which_it_ended() {
        Homework log = diary().fromOn("2026-03-02T10:00", new WhenItHappens()).revoked("2026-03-04T10:00");

        assertThat(log.asked("2026-03-04T11:00").adherence().holdsUntil()).isEqualTo(inBerlin("2026-03-05T00:00"));
        assertThat(log.asked("2026-03-05T00:00").adherence().holdsUntil()).isEqualTo(Instant.MAX);
    }

    @Test
    void a_midnight_that_comes_twice_is_waited_for_twice() {
        Homework inNewfoundland = Homework.diaryIn("America/St_Johns").fromOn("2010-11-01T00:00", new WhenItHappens());

        assertThat(inNewfoundland.asked("2010-11-06T21:00").adherence().holdsUntil())
                .isEqualTo(Instant.parse("2010-11-07T02:30:00Z"));
        assertThat(inNewfoundland.asked("2010-11-07T00:00").adherence().holdsUntil())
                .as("the clock goes back to 23:01 at 00:01")
                .isEqualTo(Instant.parse("2010-11-07T02:31:00Z"));
        assertThat(inNewfoundland
                        .askedAt(Instant.parse("2010-11-07T02:40:00Z"))
                        .adherence()
                        .holdsUntil())
                .isEqualTo(Instant.parse("2010-11-07T03:30:00Z"));
    }

    @Test
    void an_entry_that_is_tomorrow_s_by_its_own_clock_is_monitored_from_midnight_on() {
        Homework log =
                diary().fromOn("2026-03-01T10:00", new WhenItHappens()).add(Sent.at("2026-03-03T00:30:00+14:00"));
        Instant midnight = inBerlin("2026-03-03T00:00");

        assertThat(log.askedAt(midnight.minusNanos(1)).adherence().monitoring().count())
                .isZero();
        assertThat(log.askedAt(midnight).adherence().monitoring().count()).isOne();
    }

    @Test
    void weeks_end_with_the_assignment() {
        Homework nineDays = diary().from("2026-03-02", "2026-03-10", daily("20:00"));

        assertThat(days(nineDays.adherence())).containsExactly(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 9));
    }

    private static Instant inBerlin(String time) {
        return LocalDateTime.parse(time).atZone(Homework.BERLIN).toInstant();
    }
}
