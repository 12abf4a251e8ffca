package org.cbthomework.adherence;

import static java.time.temporal.ChronoUnit.DAYS;
import static java.time.temporal.ChronoUnit.WEEKS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.cbthomework.adherence.Homework.daily;
import static org.cbthomework.adherence.Homework.diary;
import static org.cbthomework.adherence.Homework.practice;

import java.time.LocalDate;
import java.util.List;
import org.cbthomework.adherence.schedule.Quota;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("domain")
class TrendTest {

    @Test
    void the_interval_of_a_difference_is_that_of_newcombe_s_own_example() {
        Trend rising = Trend.between(new Headline.Counted(48, 80), new Headline.Counted(56, 70));

        assertThat(rising.low()).isCloseTo(5.24, within(0.005));
        assertThat(rising.high()).isCloseTo(33.39, within(0.005));
        assertThat(rising.direction()).isEqualTo(Trend.Direction.RISING);
    }

    @Test
    void a_fall_is_the_rise_told_backwards() {
        Trend falling = Trend.between(new Headline.Counted(56, 70), new Headline.Counted(48, 80));

        assertThat(falling.low()).isCloseTo(-33.39, within(0.005));
        assertThat(falling.high()).isCloseTo(-5.24, within(0.005));
        assertThat(falling.direction()).isEqualTo(Trend.Direction.FALLING);
    }

    @Test
    void five_occasions_bear_a_comparison_and_four_do_not() {
        Headline.Counted four = new Headline.Counted(4, 4);
        Headline.Counted five = new Headline.Counted(4, 5);

        assertThat(Trend.between(five, five).direction()).isEqualTo(Trend.Direction.NO_CLEAR_CHANGE);
        assertThatThrownBy(() -> Trend.between(four, five)).hasMessageContaining("take at least 5");
        assertThatThrownBy(() -> Trend.between(five, four)).hasMessageContaining("take at least 5");
    }

    @Test
    void weeks_of_five_occasions_each_have_a_trend() {
        Homework tenDays = diary().from("2026-03-04", "2026-03-13", daily("20:00"));

        assertThat(Weeks.trend(tenDays.session("2026-03-09T10:00").adherence()))
                .hasValueSatisfying(trend -> assertThat(trend.before()).isEqualTo(new Headline.Counted(0, 5)));
    }

    @Test
    void weeks_run_from_session_to_session_where_there_are_any() {
        Homework homework = diary().from("2026-03-02", "2026-03-20", daily("20:00"))
                .session("2026-03-10T10:00")
                .asked("2026-03-18T10:00");

        assertThat(Weeks.of(homework.adherence()))
                .extracting(Weeks.Week::first)
                .containsExactly(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 10), LocalDate.of(2026, 3, 17));
    }

    @Test
    void the_latest_bucket_is_the_one_that_has_begun() {
        Homework twoWeeks = practice().from("2026-03-02", "2026-03-15", new Quota(2, 1, WEEKS));

        assertThat(twoWeeks.done("2026-03-03T10:00", "2026-03-10T10:00", "2026-03-11T10:00")
                        .asked("2026-03-08T10:00")
                        .adherence()
                        .latestBucket())
                .contains(new BucketProgress(1, 2, true));
        assertThat(twoWeeks.asked("2026-03-16T00:00").adherence().latestBucket())
                .contains(new BucketProgress(2, 2, false));
    }

    @Test
    void a_single_day_is_no_bucket_and_a_paused_slot_no_part_of_one() {
        assertThat(diary().from("2026-03-02", "2026-03-15", daily("20:00"))
                        .adherence()
                        .latestBucket())
                .isEmpty();
        assertThat(practice()
                        .from("2026-10-24", "2026-10-26", new Quota(1, 1, DAYS))
                        .adherence()
                        .latestBucket())
                .as("a day of 25 hours")
                .isEmpty();
        assertThat(practice()
                        .from("2026-03-02", "2026-03-08", new Quota(7, 1, WEEKS))
                        .excused("2026-03-03T00:00", "2026-03-05T00:00")
                        .adherence()
                        .latestBucket())
                .contains(new BucketProgress(0, 5, false));
    }

    @Test
    void the_median_of_an_even_number_lies_between_the_two_in_the_middle() {
        Adherence none =
                diary().from("2026-03-02", "2026-03-06", daily("20:00")).adherence();
        Adherence one = diary().from("2026-03-02", "2026-03-06", daily("20:00"))
                .done("2026-03-02T20:00")
                .adherence();

        assertThat(Aggregates.of(List.of(one, none)).median()).hasValue(10);
        assertThat(Aggregates.of(List.of()).median()).isEmpty();
        assertThat(Aggregates.of(List.of(one, none, one)).median()).hasValue(20);
    }
}
