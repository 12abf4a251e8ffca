package org.cbthomework.adherence;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static java.time.temporal.ChronoUnit.WEEKS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.cbthomework.adherence.Homework.daily;
import static org.cbthomework.adherence.Homework.diary;
import static org.cbthomework.adherence.Homework.diaryIn;
import static org.cbthomework.adherence.Homework.practice;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.List;
import org.cbthomework.adherence.schedule.AtTimes;
import org.cbthomework.adherence.schedule.Capped;
import org.cbthomework.adherence.schedule.Days;
import org.cbthomework.adherence.schedule.EveryHours;
import org.cbthomework.adherence.schedule.Grace;
import org.cbthomework.adherence.schedule.Quota;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The worked cases about when: schedules, windows, zones, pauses, sessions. Berlin, 2026, asked long after the end unless the case says. */
@Tag("domain")
class WorkedCasesOfTimeTest {

    @Test
    @DisplayName("4: Monday, Wednesday and Friday of 1 to 14 April are six occasions")
    void chosen_weekdays_of_a_fortnight_are_six_occasions() {
        Homework homework = practice()
                .from("2026-04-01", "2026-04-14", AtTimes.of(Days.on(MONDAY, WEDNESDAY, FRIDAY), LocalTime.of(9, 0)));

        assertThat(homework.adherence().occasions())
                .extracting(each -> each.occasion().day().getDayOfMonth())
                .containsExactly(1, 3, 6, 8, 10, 13);
    }

    @Test
    @DisplayName("5: Tuesday's evening diary handed in on Wednesday at 08:10 is late, at 13:00 back-filled")
    void an_evening_diary_is_late_the_next_morning_and_back_filled_after_noon() {
        Homework tuesday = diary().from("2026-03-03", "2026-03-10", daily("20:00"));

        assertThat(tuesday.done("2026-03-04T08:10")
                        .adherence()
                        .occasions()
                        .get(0)
                        .outcome())
                .isEqualTo(Outcome.LATE);
        Homework again = diary().from("2026-03-03", "2026-03-10", daily("20:00"));
        assertThat(again.done("2026-03-04T13:00").adherence().occasions().get(0).outcome())
                .isEqualTo(Outcome.BACK_FILLED);
    }

    @Test
    @DisplayName("8: in hospital from the 10th 09:00 to the 13th 11:00, entries 9, 11, 13, 15 are 3 of 4 and 1 extra")
    void nothing_is_expected_in_hospital_and_what_is_done_there_is_extra() {
        Adherence adherence = diary().from("2026-03-09", "2026-03-15", daily("20:00"))
                .excused("2026-03-10T09:00", "2026-03-13T11:00")
                .done("2026-03-09T20:05", "2026-03-11T20:05", "2026-03-13T20:05", "2026-03-15T20:05")
                .adherence();

        assertThat(dueDays(adherence)).containsExactly(9, 13, 14, 15);
        assertThat(adherence.doneOfDue()).isEqualTo(new Headline.Counted(3, 4));
        assertThat(adherence.extras()).hasSize(1);
        assertThat(adherence.count(Outcome.EXCUSED)).isEqualTo(3);
    }

    @Test
    @DisplayName("9: daily 1 to 7 June (6 done), then Monday and Thursday 8 to 21 June (4 done), are 10 of 11")
    void a_change_of_dose_leaves_the_history_of_the_old_one() {
        Adherence adherence = diary().from("2026-06-01", "2026-06-07", daily("20:00"))
                .from("2026-06-08", "2026-06-21", AtTimes.of(Days.on(MONDAY, THURSDAY), LocalTime.of(20, 0)))
                .done("2026-06-01T20:00", "2026-06-02T20:00", "2026-06-03T20:00", "2026-06-04T20:00")
                .done("2026-06-05T20:00", "2026-06-06T20:00")
                .done("2026-06-08T20:00", "2026-06-11T20:00", "2026-06-15T20:00", "2026-06-18T20:00")
                .adherence();

        assertThat(adherence.doneOfDue()).isEqualTo(new Headline.Counted(10, 11));
        assertThat(((Headline.Counted) adherence.doneOfDue()).percent()).isEqualByComparingTo("90.9");
    }

    @Test
    @DisplayName("10 and 11: 02:30 on the days of Berlin's clock changes is one occasion each, at 01:30Z and 00:30Z")
    void a_clock_change_neither_adds_nor_takes_an_occasion() {
        Homework homework = diary().windows(rule -> rule.opening(Duration.ZERO));

        assertThat(homework.from("2026-03-29", "2026-03-29", daily("02:30"))
                        .adherence()
                        .occasions())
                .extracting(each -> each.occasion().window().opens())
                .containsExactly(Instant.parse("2026-03-29T01:30:00Z"));
        assertThat(homework.from("2026-10-25", "2026-10-25", daily("02:30"))
                        .adherence()
                        .occasions())
                .extracting(each -> each.occasion().window().opens())
                .contains(Instant.parse("2026-10-25T00:30:00Z"))
                .hasSize(2);
    }

    @Test
    @DisplayName("12: 28 March 20:00 in Berlin and a day is 20:00 on the 29th; and 24 hours it is 21:00")
    void a_day_is_a_calendar_day_and_an_hour_is_elapsed_time() {
        ZonedDateTime eve = LocalDateTime.parse("2026-03-28T20:00").atZone(Homework.BERLIN);

        assertThat(new Grace.Lasting(Period.ofDays(1)).after(eve).toInstant())
                .isEqualTo(Instant.parse("2026-03-29T18:00:00Z"));
        assertThat(new Grace.Lasting(Duration.ofHours(24)).after(eve).toLocalTime())
                .isEqualTo(LocalTime.of(21, 0));
        assertThat(diary().fromOn("2026-03-28T20:00", new EveryHours(24))
                        .asked("2026-03-30T00:00")
                        .adherence()
                        .occasions())
                .extracting(each -> each.occasion().key().value())
                .contains("2026-03-29T21:00+02:00");
    }

    @Test
    @DisplayName("13: a diary of 4 May handed in at 20:30+09:00 by a patient of New York is that day's, on time")
    void a_traveller_s_diary_is_of_the_evening_on_his_clock() {
        Homework homework = diaryIn("America/New_York")
                .from("2026-05-03", "2026-05-04", daily("20:00"))
                .add(Sent.at("2026-05-04T20:30:00+09:00"));

        assertThat(homework.outcomes()).containsExactly(Outcome.MISSED, Outcome.ON_TIME);
    }

    @Test
    @DisplayName("19: a daily diary of 20:00 revoked on day 5 at 10:00 had four occasions")
    void nothing_is_expected_after_the_assignment_was_revoked() {
        Adherence adherence = diary().fromOn("2026-03-02T09:00", daily("20:00"))
                .revoked("2026-03-06T10:00")
                .adherence();

        assertThat(adherence.due()).isEqualTo(4);
    }

    @Test
    @DisplayName("20: fourteen days daily with a count of 5 are five occasions")
    void a_count_caps_the_occasions() {
        Homework homework = diary().from("2026-03-02", "2026-03-15", new Capped(daily("20:00"), 5));

        assertThat(homework.adherence().due()).isEqualTo(5);
        assertThat(homework.assignment().occasions(LocalDate.of(2027, 1, 1))).hasSize(5);
    }

    @Test
    @DisplayName("24: done offline on Tuesday at 20:10 and received on Thursday is on time and 1 received late")
    void a_diary_done_offline_keeps_its_time_unless_the_clock_is_a_year_off() {
        Homework offline = diary().from("2026-03-03", "2026-03-03", daily("20:00"))
                .add(Sent.at("2026-03-03T20:10").received("2026-03-05T09:00"));
        Homework wrongClock = diary().from("2026-03-03", "2026-03-03", daily("20:00"))
                .add(Sent.at("2025-03-03T20:10").received("2026-03-05T09:00"));

        assertThat(offline.outcomes()).containsExactly(Outcome.ON_TIME);
        assertThat(offline.adherence().receivedLate()).isEqualTo(1);
        assertThat(wrongClock.outcomes()).containsExactly(Outcome.BACK_FILLED);
    }

    @Test
    @DisplayName("25: three a week, one done: on Thursday 1 of 3 so far, at the session on Monday and after it 1 of 3")
    void a_bucket_of_a_week_ends_at_the_session() {
        Homework homework = practice()
                .fromOn("2026-03-02T10:00", new Quota(3, 1, WEEKS))
                .session("2026-03-02T10:00")
                .session("2026-03-09T10:00")
                .done("2026-03-03T18:00");

        assertThat(homework.asked("2026-03-05T12:00").adherence().latestBucket())
                .hasValueSatisfying(bucket -> assertThat(bucket.text()).isEqualTo("1 of 3 so far"));
        Homework untilTheSession = practice()
                .from("2026-03-02", "2026-03-08", new Quota(3, 1, WEEKS))
                .session("2026-03-09T10:00")
                .done("2026-03-03T18:00");
        assertThat(homework.asked("2026-03-09T09:59").adherence().latestBucket())
                .hasValueSatisfying(bucket -> assertThat(bucket.text()).isEqualTo("1 of 3 so far"));
        assertThat(homework.assignment()
                        .occasions(LocalDate.of(2026, 3, 2))
                        .get(2)
                        .window()
                        .closes())
                .isEqualTo(Instant.parse("2026-03-09T09:00:00Z"));
        assertThat(untilTheSession.asked("2026-03-09T10:00").adherence().latestBucket())
                .hasValueSatisfying(bucket -> assertThat(bucket.text()).isEqualTo("1 of 3"));
        assertThat(untilTheSession.asked("2026-03-10T10:00").adherence().doneOfDue())
                .isEqualTo(new Headline.Counted(1, 3));
    }

    @Test
    @DisplayName("27: relaxation due at 20:00 and done at 18:30 is on time, since practice is open all day")
    void practice_is_open_all_day() {
        Adherence adherence = practice()
                .from("2026-03-02", "2026-03-02", daily("20:00"))
                .done("2026-03-02T18:30")
                .adherence();

        assertThat(adherence.count(Outcome.ON_TIME)).isEqualTo(1);
    }

    @Test
    @DisplayName("30: assigned on Monday with agreement asked for, agreed on Wednesday, counts from Wednesday")
    void counting_starts_at_the_agreement_that_was_asked_for() {
        Adherence agreed = aWeekOfDiaries().agreedOn("2026-03-04T12:00").adherence();
        Adherence awaited = aWeekOfDiaries().agreement(new Agreement.Awaited()).adherence();

        assertThat(dueDays(agreed)).containsExactly(4, 5, 6, 7, 8);
        assertThat(awaited.doneOfDue()).isEqualTo(new Headline.NothingDueYet());
        assertThat(dueDays(aWeekOfDiaries().adherence())).hasSize(7);
    }

    private static Homework aWeekOfDiaries() {
        return diary().from("2026-03-02", "2026-03-08", daily("20:00"));
    }

    private static List<Integer> dueDays(Adherence adherence) {
        return adherence.occasions().stream()
                .filter(each -> each.outcome().isDue())
                .map(each -> each.occasion().day().getDayOfMonth())
                .toList();
    }
}
