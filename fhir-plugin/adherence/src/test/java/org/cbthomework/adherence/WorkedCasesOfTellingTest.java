package org.cbthomework.adherence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cbthomework.adherence.Homework.daily;
import static org.cbthomework.adherence.Homework.diary;
import static org.cbthomework.adherence.Homework.practice;

import java.time.LocalDate;
import java.util.List;
import org.cbthomework.adherence.Submission.State;
import org.cbthomework.adherence.schedule.WhenItHappens;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The worked cases about what is told: logs, aggregates, streaks, trends. Berlin, 2026, asked long after the end unless the case says. */
@Tag("domain")
class WorkedCasesOfTellingTest {

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

    private static Homework aWeekOfDiaries() {
        return diary().from("2026-03-02", "2026-03-08", daily("20:00"));
    }

    private static Adherence daysDone(int done, int due) {
        LocalDate first = LocalDate.of(2026, 3, 2);
        Homework homework =
                practice().from(first.toString(), first.plusDays(due - 1).toString(), daily("20:00"));
        first.datesUntil(first.plusDays(done)).forEach(day -> homework.done(day + "T20:00"));
        return homework.adherence();
    }
}
