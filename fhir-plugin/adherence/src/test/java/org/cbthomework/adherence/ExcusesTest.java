package org.cbthomework.adherence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cbthomework.adherence.Homework.daily;
import static org.cbthomework.adherence.Homework.diary;
import static org.cbthomework.adherence.Homework.practice;

import java.time.LocalDate;
import org.cbthomework.adherence.Submission.State;
import org.cbthomework.adherence.schedule.Days;
import org.cbthomework.adherence.schedule.OnDays;
import org.cbthomework.adherence.schedule.WhenItHappens;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a pause touches, and on which days the patient kept watch. */
@Tag("domain")
class ExcusesTest {

    @Test
    void a_pause_excuses_each_day_that_it_touches_and_no_other() {
        Homework homework = practice()
                .from("2026-03-02", "2026-03-06", new OnDays(Days.daily(), 1))
                .excused("2026-03-03T23:00", "2026-03-05T00:00");

        assertThat(homework.outcomes())
                .containsExactly(Outcome.MISSED, Outcome.EXCUSED, Outcome.EXCUSED, Outcome.MISSED, Outcome.MISSED);
    }

    @Test
    void what_names_an_excused_occasion_is_extra_even_after_the_pause() {
        Homework homework = diary().from("2026-03-02", "2026-03-03", daily("20:00"))
                .excused("2026-03-03T00:00", "2026-03-04T00:00")
                .add(Sent.at("2026-03-04T15:00").forOccasion("2026-03-03T20:00"));

        assertThat(homework.outcomes()).containsExactly(Outcome.MISSED, Outcome.EXCUSED);
        assertThat(homework.adherence().extras()).hasSize(1);
    }

    @Test
    void days_of_a_pause_are_not_asked_for_unless_the_patient_kept_watch() {
        Homework log = diary().from("2026-03-02", "2026-03-06", new WhenItHappens())
                .excused("2026-03-03T00:00", "2026-03-05T00:00")
                .done("2026-03-02T09:00", "2026-03-04T09:00", "2026-03-09T09:00");

        assertThat(log.adherence().monitoring().asked())
                .extracting(LocalDate::getDayOfMonth)
                .containsExactly(2, 4, 5, 6);
        assertThat(log.adherence().monitoring().headline()).isEqualTo(new Headline.Counted(2, 4));
    }

    @Test
    void today_is_asked_for_when_it_is_over_or_watched() {
        Homework log = diary().from("2026-03-02", "2026-03-06", new WhenItHappens())
                .add(Sent.at("2026-03-02T09:00").state(State.DRAFT));

        assertThat(log.asked("2026-03-03T23:59").adherence().monitoring().headline())
                .isEqualTo(new Headline.Counted(0, 1));
        assertThat(log.asked("2026-03-04T00:00").adherence().monitoring().headline())
                .isEqualTo(new Headline.Counted(0, 2));
    }

    @Test
    void a_week_of_a_log_has_the_entries_and_days_of_that_week() {
        Adherence week = diary().from("2026-03-02", "2026-03-31", new WhenItHappens())
                .done(
                        "2026-03-02T09:00",
                        "2026-03-08T09:00",
                        "2026-03-09T09:00",
                        "2026-03-15T09:00",
                        "2026-03-16T09:00")
                .adherence()
                .within(LocalDate.of(2026, 3, 8), LocalDate.of(2026, 3, 15));

        assertThat(week.extras()).extracting(each -> each.day().getDayOfMonth()).containsExactly(8, 9, 15);
        assertThat(week.monitoring().headline()).isEqualTo(new Headline.Counted(3, 8));
    }

    @Test
    void homework_with_a_number_agreed_is_not_event_contingent() {
        Homework both = diary().from("2026-03-02", "2026-03-08", new WhenItHappens())
                .from("2026-03-09", "2026-03-15", daily("20:00"));

        assertThat(both.assignment().isEventContingent()).isFalse();
    }

    @Test
    void who_has_done_all_has_missed_none_in_a_row() {
        Adherence all = diary().from("2026-03-02", "2026-03-03", daily("20:00"))
                .done("2026-03-02T20:00", "2026-03-03T20:00")
                .adherence();

        assertThat(all.streak()).isEqualTo(2);
        assertThat(all.missedInARow()).isZero();
        assertThat(all.receivedLate()).isZero();
    }

    @Test
    void a_back_filled_diary_is_late_itself_and_not_merely_received_late() {
        Adherence backFilled = diary().from("2026-03-02", "2026-03-02", daily("20:00"))
                .done("2026-03-04T20:00")
                .adherence();

        assertThat(backFilled.count(Outcome.BACK_FILLED)).isEqualTo(1);
        assertThat(backFilled.receivedLate()).isZero();
    }

    @Test
    void an_offset_of_14_hours_is_believed_and_a_wider_one_is_not() {
        Homework homework = diary().from("2026-03-02", "2026-03-03", daily("20:00"));

        assertThat(homework.add(Sent.at("2026-03-03T20:30:00+14:00")).outcomes())
                .containsExactly(Outcome.MISSED, Outcome.ON_TIME);
        Homework wider = diary().from("2026-03-02", "2026-03-03", daily("20:00"));
        assertThat(wider.add(Sent.at("2026-03-03T20:30:00+15:00")).outcomes())
                .as("05:30Z is read in Berlin: 06:30, in the grace of the 2nd")
                .containsExactly(Outcome.LATE, Outcome.MISSED);
    }
}
