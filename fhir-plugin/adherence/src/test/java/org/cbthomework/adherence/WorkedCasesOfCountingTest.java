package org.cbthomework.adherence;

import static java.time.temporal.ChronoUnit.WEEKS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.cbthomework.adherence.Homework.daily;
import static org.cbthomework.adherence.Homework.diary;
import static org.cbthomework.adherence.Homework.practice;

import org.cbthomework.adherence.Submission.State;
import org.cbthomework.adherence.schedule.Quota;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The worked cases about what counts: matching, completeness, drafts, duplicates. Berlin, 2026, asked long after the end unless the case says. */
@Tag("domain")
class WorkedCasesOfCountingTest {

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

    private static Homework aWeekOfDiaries() {
        return diary().from("2026-03-02", "2026-03-08", daily("20:00"));
    }
}
