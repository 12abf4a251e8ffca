package org.cbthomework.adherence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.cbthomework.adherence.Homework.daily;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("domain")
class HeadlineTest {

    @Test
    void with_nothing_due_there_is_no_percentage() {
        assertThat(Headline.of(0, 0)).isEqualTo(new Headline.NothingDueYet());
        assertThat(Headline.of(0, 0).text()).isEqualTo("nothing due yet");
    }

    @Test
    void below_five_occasions_only_the_counts_are_shown() {
        assertThat(Headline.of(3, 4).text()).isEqualTo("3 of 4");
        assertThat(Headline.of(4, 5).text()).isEqualTo("80% (4 of 5)");
    }

    @Test
    void the_interval_stays_between_0_and_100() {
        assertThat(WilsonInterval.of(0, 7).low()).isZero();
        assertThat(WilsonInterval.of(7, 7).high()).isCloseTo(100, within(1e-9));
        assertThat(WilsonInterval.of(7, 7).low()).isCloseTo(64.57, within(0.01));
    }

    @Test
    void a_diary_leads_with_what_was_logged_in_time_and_practice_with_what_was_done() {
        Adherence diary = Homework.diary()
                .from("2026-03-02", "2026-03-03", daily("20:00"))
                .done("2026-03-03T20:00", "2026-03-03T20:05")
                .adherence();
        Adherence practice = Homework.practice()
                .from("2026-03-02", "2026-03-03", daily("20:00"))
                .done("2026-03-03T20:00", "2026-03-03T20:05")
                .adherence();

        assertThat(diary.leading()).isEqualTo(new Headline.Counted(1, 2));
        assertThat(practice.leading()).isEqualTo(new Headline.Counted(2, 2));
    }

    @Test
    void worksheets_without_required_questions_want_one_answer() {
        assertThat(new Completeness(0, 0, false).share()).isZero();
        assertThat(new Completeness(0, 0, true).share()).isEqualTo(1);
        assertThatThrownBy(() -> new Completeness(4, 3, true)).hasMessageContaining("4 of 3");
    }
}
