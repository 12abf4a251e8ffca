package org.cbthomework.adherence.schedule;

import static java.time.temporal.ChronoUnit.DAYS;
import static java.time.temporal.ChronoUnit.HOURS;
import static java.time.temporal.ChronoUnit.WEEKS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("domain")
class ScheduleTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDate LATER = LocalDate.of(2026, 12, 31);

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(BERLIN).toInstant();
    }

    private static List<Occasion> occasions(String start, String end, Schedule schedule, WindowRule rule) {
        return new Segment(schedule, rule, at(start), at(end)).occasions(BERLIN, Calendar.empty(), LATER);
    }

    private static List<Occasion> occasions(String start, String end, Schedule schedule) {
        return occasions(start, end, schedule, WindowRule.of(Kind.SELF_ASSESSMENT));
    }

    private static List<String> keys(List<Occasion> occasions) {
        return occasions.stream().map(each -> each.key().value()).toList();
    }

    @Test
    void a_time_that_the_spring_change_skips_is_moved_on_by_the_gap() {
        List<Occasion> occasions = occasions(
                "2026-03-29T00:00", "2026-03-30T00:00", AtTimes.of(Days.daily(), LocalTime.of(2, 30)), exact());

        assertThat(occasions).hasSize(1);
        assertThat(occasions.get(0).window().opens()).isEqualTo(Instant.parse("2026-03-29T01:30:00Z"));
    }

    @Test
    void a_time_that_the_autumn_change_repeats_is_taken_once_the_first_time() {
        List<Occasion> occasions = occasions(
                "2026-10-25T00:00", "2026-10-26T00:00", AtTimes.of(Days.daily(), LocalTime.of(2, 30)), exact());

        assertThat(occasions).hasSize(1);
        assertThat(occasions.get(0).window().opens()).isEqualTo(Instant.parse("2026-10-25T00:30:00Z"));
    }

    /** A window that opens at its very slot. */
    private static WindowRule exact() {
        return WindowRule.of(Kind.SELF_ASSESSMENT).opening(Duration.ZERO);
    }

    @Test
    void every_second_week_counts_calendar_weeks_from_that_of_the_start() {
        Days days = new Days(EnumSet.of(DayOfWeek.MONDAY, DayOfWeek.THURSDAY), 2, true);

        assertThat(keys(occasions("2026-03-04T00:00", "2026-03-27T00:00", new OnDays(days, 1))))
                .containsExactly("2026-03-05#1", "2026-03-16#1", "2026-03-19#1");
    }

    @Test
    void every_third_day_counts_from_the_first() {
        assertThat(keys(occasions("2026-03-04T00:00", "2026-03-12T00:00", new OnDays(Days.every(3), 1))))
                .containsExactly("2026-03-04#1", "2026-03-07#1", "2026-03-10#1");
    }

    @Test
    void slots_before_the_start_and_from_the_end_on_are_not_expected() {
        AtTimes twice = AtTimes.of(Days.daily(), LocalTime.of(8, 0), LocalTime.of(20, 0));

        assertThat(keys(occasions("2026-03-02T08:01", "2026-03-03T20:00", twice)))
                .containsExactly("2026-03-02T20:00", "2026-03-03T08:00");
    }

    @Test
    void a_week_cut_short_expects_its_share_rounded_down() {
        List<Occasion> occasions = occasions("2026-03-02T10:00", "2026-03-13T10:00", new Quota(3, 1, WEEKS));

        assertThat(keys(occasions))
                .as("four whole days of seven, so floor(3 x 4/7) in the second week")
                .containsExactly("2026-03-02#1", "2026-03-02#2", "2026-03-02#3", "2026-03-09#1");
        assertThat(occasions.get(3).window().closes()).isEqualTo(at("2026-03-13T10:00"));
    }

    @Test
    void a_bucket_across_a_clock_change_ends_at_local_midnight() {
        List<Occasion> occasions = occasions("2026-03-23T00:00", "2026-03-30T00:00", new Quota(1, 1, WEEKS));

        assertThat(occasions.get(0).window().closes()).isEqualTo(Instant.parse("2026-03-29T22:00:00Z"));
    }

    @Test
    void an_untimed_day_is_open_from_midnight_to_midnight() {
        Window window = occasions("2026-03-02T10:00", "2026-03-03T00:00", new OnDays(Days.daily(), 1))
                .get(0)
                .window();

        assertThat(window)
                .isEqualTo(new Window(at("2026-03-02T00:00"), at("2026-03-03T00:00"), at("2026-03-03T12:00")));
    }

    @Test
    void the_second_diary_of_an_evening_does_not_open_with_the_first() {
        List<Occasion> evening = occasions(
                "2026-03-02T00:00",
                "2026-03-03T00:00",
                AtTimes.of(Days.daily(), LocalTime.of(18, 0), LocalTime.of(21, 0), LocalTime.of(21, 30)));

        assertThat(evening)
                .extracting(each -> each.window().opens())
                .containsExactly(at("2026-03-02T17:00"), at("2026-03-02T20:00"), at("2026-03-02T21:00"));
    }

    @Test
    void an_assignment_may_set_window_and_grace_of_its_own() {
        WindowRule rule = WindowRule.of(Kind.SELF_ASSESSMENT)
                .opening(Duration.ofMinutes(10))
                .closing(Duration.ofMinutes(30))
                .withGrace(new Grace.Lasting(Period.ofDays(1)));
        AtMoments prompt = new AtMoments(List.of(LocalDateTime.parse("2026-03-28T14:17")));

        assertThat(occasions("2026-03-28T00:00", "2026-03-30T00:00", prompt, rule)
                        .get(0)
                        .window())
                .as("a day of grace is a calendar day, even across a clock change")
                .isEqualTo(new Window(at("2026-03-28T14:07"), at("2026-03-28T14:47"), at("2026-03-29T14:47")));
    }

    @Test
    void hours_of_grace_are_elapsed_time() {
        WindowRule rule = WindowRule.of(Kind.SELF_ASSESSMENT).withGrace(new Grace.Lasting(Duration.ofHours(24)));
        Window window = occasions("2026-03-28T00:00", "2026-03-29T00:00", new OnDays(Days.daily(), 1), rule)
                .get(0)
                .window();

        assertThat(window.graceEnds()).isEqualTo(at("2026-03-30T01:00"));
    }

    @Test
    void a_window_that_closes_at_noon_has_grace_to_the_noon_after() {
        AtTimes twice = AtTimes.of(Days.daily(), LocalTime.of(8, 0), LocalTime.of(12, 0));

        assertThat(occasions("2026-03-02T00:00", "2026-03-03T00:00", twice)
                        .get(0)
                        .window()
                        .graceEnds())
                .isEqualTo(at("2026-03-03T12:00"));
    }

    @Test
    void windows_laid_out_by_somebody_else_keep_their_names() {
        InWindows given = new InWindows(List.of(
                new InWindows.Given(new OccasionKey("Task/2"), at("2026-03-04T17:00"), at("2026-03-05T00:00")),
                new InWindows.Given(new OccasionKey("Task/1"), at("2026-03-03T17:00"), at("2026-03-04T00:00"))));

        assertThat(keys(occasions("2026-03-01T00:00", "2026-04-01T00:00", given)))
                .containsExactly("Task/1", "Task/2");
    }

    @Test
    void what_cannot_be_followed_is_refused_with_the_value_and_the_remedy() {
        assertThatThrownBy(() -> new Quota(0, 1, WEEKS)).hasMessage("A quota expects 0 occasions; use 1 or more");
        assertThatThrownBy(() -> new Quota(1, 0, DAYS)).hasMessage("A quota has a period of 0; use 1 or more");
        assertThatThrownBy(() -> new Quota(1, 1, HOURS)).hasMessageContaining("count per day, week or month");
        assertThatThrownBy(() -> new AtTimes(Days.daily(), Set.of())).hasMessageContaining("name at least one");
        assertThatThrownBy(() -> Days.every(0)).isInstanceOf(UnusableSchedule.class);
        assertThatThrownBy(() -> new Capped(new OnDays(Days.daily(), 1), 0)).isInstanceOf(UnusableSchedule.class);
        assertThatThrownBy(() -> new Segment(
                        new OnDays(Days.daily(), 1), exact(), at("2026-03-02T00:00"), at("2026-03-01T00:00")))
                .hasMessageContaining("must not end before it starts");
    }
}
