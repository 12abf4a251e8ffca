package org.cbthomework.adherence;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static java.time.temporal.ChronoUnit.WEEKS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
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
import org.cbthomework.adherence.Submission.State;
import org.cbthomework.adherence.schedule.AtTimes;
import org.cbthomework.adherence.schedule.Capped;
import org.cbthomework.adherence.schedule.Days;
import org.cbthomework.adherence.schedule.EveryHours;
import org.cbthomework.adherence.schedule.Grace;
import org.cbthomework.adherence.schedule.Quota;
import org.cbthomework.adherence.schedule.WhenItHappens;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The worked cases of the definition, by number: Berlin, 2026, asked long after the end unless the case says. */
@Tag("domain")
class WorkedCasesTest {

    private static Homework aWeekOfDiaries() {
        return diary().from("2026-03-02", "2026-03-08", daily("20:00"));
    }

    @Test
    @DisplayName("1: a daily diary of 2 to 8 March with five entries is 5 of 7, 71.4%, interval 35.9 to 91.8")
    void a_daily_diary_with_five_entries_in_a_week_is_five_of_seven() {
        Adherence adherence = aWeekOfDiaries()
                .done(
                        "2026-03-02T20:10",
                        "2026-03-03T21:00",
                        "2026-03-05T19:30",
                        "2026-03-06T20:00",
                        "2026-03-08T23:59")
                .adherence();

        assertThat(adherence.doneOfDue()).isEqualTo(new Headline.Counted(5, 7));
        Headline.Counted headline = (Headline.Counted) adherence.doneOfDue();
        assertThat(headline.percent()).isEqualByComparingTo("71.4");
        assertThat(headline.interval().low()).isCloseTo(35.9, within(0.05));
        assertThat(headline.interval().high()).isCloseTo(91.8, within(0.05));
        assertThat(headline.text()).isEqualTo("71% (5 of 7)");
        assertThat(adherence.count(Outcome.MISSED)).isEqualTo(2);
    }

    @Test
    @DisplayName("2: two completed on the same evening are one done and one extra, never above 100%")
    void two_completed_on_the_same_evening_are_one_done_and_one_extra() {
        Adherence adherence = diary().from("2026-03-02", "2026-03-02", daily("20:00"))
                .done("2026-03-02T20:10", "2026-03-02T20:40")
                .adherence();

        assertThat(adherence.doneOfDue()).isEqualTo(new Headline.Counted(1, 1));
        assertThat(adherence.extras()).hasSize(1);
    }

    @Test
    @DisplayName("3: three a week, five in week 1 and one in week 2, are 4 of 6 and 2 extra, not 6 of 6")
    void a_busy_week_does_not_make_up_for_a_poor_one_after_it() {
        Adherence adherence = practice()
                .from("2026-03-02", "2026-03-15", new Quota(3, 1, WEEKS))
                .done(
                        "2026-03-02T10:00",
                        "2026-03-03T10:00",
                        "2026-03-04T10:00",
                        "2026-03-05T10:00",
                        "2026-03-06T10:00")
                .done("2026-03-11T10:00")
                .adherence();

        assertThat(adherence.doneOfDue()).isEqualTo(new Headline.Counted(4, 6));
        assertThat(((Headline.Counted) adherence.doneOfDue()).percent()).isEqualByComparingTo("66.7");
        assertThat(adherence.extras()).hasSize(2);
    }

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
    @DisplayName("6: six done of seven and one of them voided are 5 of 7")
    void a_voided_response_gives_nothing() {
        Adherence adherence = aWeekOfDiaries()
                .done(
                        "2026-03-02T20:10",
                        "2026-03-03T20:10",
                        "2026-03-04T20:10",
                        "2026-03-05T20:10",
                        "2026-03-06T20:10")
                .add(Sent.at("2026-03-07T20:10").state(State.VOIDED))
                .adherence();

        assertThat(adherence.doneOfDue()).isEqualTo(new Headline.Counted(5, 7));
        assertThat(adherence.extras()).isEmpty();
    }

    @Test
    @DisplayName("7: seven of ten required answers are partial; with one question disabled nine of nine are complete")
    void a_response_below_the_threshold_is_partial() {
        Adherence partial = diary().from("2026-03-02", "2026-03-02", daily("20:00"))
                .add(Sent.at("2026-03-02T20:10").answering(7, 10))
                .adherence();
        Adherence complete = diary().from("2026-03-02", "2026-03-02", daily("20:00"))
                .add(Sent.at("2026-03-02T20:10").answering(9, 9))
                .adherence();

        assertThat(new Completeness(7, 10, true).share()).isEqualTo(0.7);
        assertThat(partial.occasions().get(0).outcome()).isEqualTo(Outcome.PARTIAL);
        assertThat(partial.doneOfDue()).isEqualTo(new Headline.Counted(0, 1));
        assertThat(complete.occasions().get(0).outcome()).isEqualTo(Outcome.ON_TIME);
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
    @DisplayName("14: asked at 14:00 with six prior done, it is 6 of 6 and 1 pending; done at 18:00, it is 7 of 7")
    void what_is_still_open_is_pending_until_it_is_done() {
        Homework homework = aWeekOfDiaries()
                .done("2026-03-02T20:10", "2026-03-03T20:10", "2026-03-04T20:10")
                .done("2026-03-05T20:10", "2026-03-06T20:10", "2026-03-07T20:10");

        Adherence atTwo = homework.asked("2026-03-08T14:00").adherence();
        assertThat(atTwo.doneOfDue()).isEqualTo(new Headline.Counted(6, 6));
        assertThat(atTwo.count(Outcome.PENDING)).isEqualTo(1);

        Adherence afterwards =
                homework.done("2026-03-08T18:00").asked("2026-03-08T18:01").adherence();
        assertThat(afterwards.doneOfDue()).isEqualTo(new Headline.Counted(7, 7));
        assertThat(afterwards.count(Outcome.PENDING)).isZero();
    }

    @Test
    @DisplayName("15: an urge log of 9 entries on 4 days and 2 days with none, of 7, is monitored 6 of 7")
    void a_log_of_what_happens_has_monitored_days_and_no_percentage_of_entries() {
        Homework log = diary().from("2026-03-02", "2026-03-08", new WhenItHappens())
                .done("2026-03-02T09:00", "2026-03-02T12:00", "2026-03-02T18:00", "2026-03-03T09:00")
                .done("2026-03-03T12:00", "2026-03-05T09:00", "2026-03-05T10:00", "2026-03-06T09:00")
                .done("2026-03-06T23:00")
                .add(Sent.at("2026-03-04T21:00").state(State.NOTHING_TO_LOG))
                .add(Sent.at("2026-03-07T21:00").state(State.NOTHING_TO_LOG));

        assertThat(log.assignment().isEventContingent()).isTrue();
        assertThat(log.adherence().extras()).hasSize(9);
        assertThat(log.adherence().monitoring().headline()).isEqualTo(new Headline.Counted(6, 7));
        assertThat(log.adherence().doneOfDue()).isEqualTo(new Headline.NothingDueYet());
    }

    @Test
    @DisplayName("16: done on Tuesday at 20:15 and amended on Thursday, it is on time with the amended content")
    void an_amendment_keeps_the_time_of_the_first_completion() {
        Adherence adherence = diary().from("2026-03-03", "2026-03-03", daily("20:00"))
                .add(Sent.at("2026-03-03T20:15").answering(3, 3))
                .adherence();

        assertThat(adherence.occasions().get(0).outcome()).isEqualTo(Outcome.ON_TIME);
        assertThat(adherence.occasions().get(0).answer())
                .hasValueSatisfying(
                        answer -> assertThat(answer.completeness().answered()).isEqualTo(3));
    }

    @Test
    @DisplayName("17: 1 of 1, 18 of 20 and 2 of 10 are pooled 21 of 31, median 55%, 1 not reportable")
    void aggregates_pool_and_take_the_median_of_what_is_reportable() {
        Aggregates aggregates = Aggregates.of(List.of(daysDone(1, 1), daysDone(18, 20), daysDone(2, 10)));

        assertThat(aggregates.pooled()).isEqualTo(new Headline.Counted(21, 31));
        assertThat(((Headline.Counted) aggregates.pooled()).percent()).isEqualByComparingTo("67.7");
        assertThat(aggregates.median()).hasValue(55);
        assertThat(aggregates.notReportable()).isEqualTo(1);
    }

    @Test
    @DisplayName("18: done, done, not, done, excused, done, pending is a streak of 2")
    void excused_and_pending_neither_break_nor_extend_a_streak() {
        Homework homework = aWeekOfDiaries()
                .excused("2026-03-06T00:00", "2026-03-07T00:00")
                .done("2026-03-02T20:00", "2026-03-03T20:00", "2026-03-05T20:00", "2026-03-07T20:00")
                .asked("2026-03-08T18:00");

        assertThat(homework.outcomes())
                .containsExactly(
                        Outcome.ON_TIME,
                        Outcome.ON_TIME,
                        Outcome.MISSED,
                        Outcome.ON_TIME,
                        Outcome.EXCUSED,
                        Outcome.ON_TIME,
                        Outcome.PENDING);
        assertThat(homework.adherence().streak()).isEqualTo(2);
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
    @DisplayName("21: a measure begun and not handed in is nothing done")
    void a_draft_is_nothing_done() {
        Adherence adherence = diary().from("2026-03-02", "2026-03-02", daily("20:00"))
                .add(Sent.at("2026-03-02T20:10").state(State.DRAFT))
                .adherence();

        assertThat(adherence.doneOfDue()).isEqualTo(new Headline.Counted(0, 1));
    }

    @Test
    @DisplayName("22: the same response delivered a hundred times counts once")
    void a_replayed_response_counts_once() {
        Adherence adherence =
                aWeekOfDiaries().done("2026-03-02T20:10").again(99).adherence();

        assertThat(adherence.done()).isEqualTo(1);
        assertThat(adherence.extras()).isEmpty();
    }

    @Test
    @DisplayName("23: who never starts has 0 of n, not nothing")
    void a_never_starter_has_none_of_all() {
        assertThat(aWeekOfDiaries().adherence().doneOfDue()).isEqualTo(new Headline.Counted(0, 7));
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
    @DisplayName("26: seven activity schedules logged on Sunday evening are done 7 of 7, in time 1 of 7")
    void a_week_logged_on_sunday_evening_is_done_but_not_in_time() {
        Adherence patientA = aWeekOfDiaries()
                .done("2026-03-08T20:00", "2026-03-08T20:05", "2026-03-08T20:10", "2026-03-08T20:15")
                .done("2026-03-08T20:20", "2026-03-08T20:25", "2026-03-08T20:30")
                .adherence();
        Adherence patientB = aWeekOfDiaries().done("2026-03-08T20:00").adherence();

        assertThat(patientA.doneOfDue()).isEqualTo(new Headline.Counted(7, 7));
        assertThat(patientA.inTimeOfDue()).isEqualTo(new Headline.Counted(1, 7));
        assertThat(patientA.count(Outcome.BACK_FILLED)).isEqualTo(6);
        assertThat(patientB.doneOfDue()).isEqualTo(new Headline.Counted(1, 7));
        assertThat(patientB.inTimeOfDue()).isEqualTo(new Headline.Counted(1, 7));
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
    @DisplayName("28: a diary 7 of 7, exposure 0 of 3 and an experiment 0 of 1 stand each by itself")
    void assignments_are_not_melted_into_one() {
        List<Adherence> plan = List.of(daysDone(7, 7), daysDone(0, 3), daysDone(0, 1));

        assertThat(plan)
                .extracting(each -> each.doneOfDue().text())
                .containsExactly("100% (7 of 7)", "0 of 3", "0 of 1");
        assertThat(Aggregates.of(plan).notReportable()).isEqualTo(2);
    }

    @Test
    @DisplayName("29: 6 of 7 and then 3 of 7 is no clear change, beside 2 missed in a row")
    void a_fall_within_chance_is_no_clear_change() {
        Adherence adherence = diary().from("2026-03-02", "2026-03-15", daily("20:00"))
                .done("2026-03-02T20:00", "2026-03-03T20:00", "2026-03-04T20:00", "2026-03-05T20:00")
                .done("2026-03-06T20:00", "2026-03-07T20:00")
                .done("2026-03-10T20:00", "2026-03-12T20:00", "2026-03-13T20:00")
                .asked("2026-03-16T12:00")
                .adherence();

        Trend trend = Weeks.trend(adherence).orElseThrow();
        assertThat(trend.before()).isEqualTo(new Headline.Counted(6, 7));
        assertThat(trend.now()).isEqualTo(new Headline.Counted(3, 7));
        assertThat(trend.direction()).isEqualTo(Trend.Direction.NO_CLEAR_CHANGE);
        assertThat(adherence.missedInARow()).isEqualTo(2);
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

    private static List<Integer> dueDays(Adherence adherence) {
        return adherence.occasions().stream()
                .filter(each -> each.outcome().isDue())
                .map(each -> each.occasion().day().getDayOfMonth())
                .toList();
    }

    private static Adherence daysDone(int done, int due) {
        LocalDate first = LocalDate.of(2026, 3, 2);
        Homework homework =
                practice().from(first.toString(), first.plusDays(due - 1).toString(), daily("20:00"));
        first.datesUntil(first.plusDays(done)).forEach(day -> homework.done(day + "T20:00"));
        return homework.adherence();
    }
}
