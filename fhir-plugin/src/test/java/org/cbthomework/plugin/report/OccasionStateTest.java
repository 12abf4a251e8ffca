package org.cbthomework.plugin.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.cbthomework.adherence.Completeness;
import org.cbthomework.adherence.HandIn;
import org.cbthomework.adherence.Judged;
import org.cbthomework.adherence.Outcome;
import org.cbthomework.adherence.Submission;
import org.cbthomework.adherence.Submission.State;
import org.cbthomework.adherence.schedule.Occasion;
import org.cbthomework.adherence.schedule.OccasionKey;
import org.cbthomework.adherence.schedule.Window;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("domain")
class OccasionStateTest {

    private static final Instant OPENS = Instant.parse("2026-03-02T16:00:00Z");
    private static final Instant CLOSES = OPENS.plus(Duration.ofHours(7));
    private static final Occasion EVENING = new Occasion(
            new OccasionKey("2026-03-02T20:00"),
            LocalDate.of(2026, 3, 2),
            new Window(OPENS, CLOSES, CLOSES.plus(Duration.ofHours(12))),
            false);

    private static Optional<Submission> answer(String state) {
        return Optional.of(state)
                .filter(each -> !each.equals("NONE"))
                .map(each -> new Submission(
                        "91",
                        State.valueOf(each),
                        new HandIn(Optional.empty(), OPENS, HandIn.Author.PATIENT),
                        new Completeness(1, 3, true),
                        Optional.empty()));
    }

    @ParameterizedTest(name = "{0} with {1}, asked {2}: {3} {4}")
    @CsvSource({
        "PENDING, NONE, open, READY, pending",
        "PENDING, NONE, in grace, READY, overdue",
        "PENDING, DRAFT, open, INPROGRESS, pending",
        "PENDING, DRAFT, in grace, INPROGRESS, overdue",
        "PENDING, STOPPED, open, COMPLETED, partial",
        "PENDING, COMPLETED, in grace, COMPLETED, partial",
        "ON_TIME, COMPLETED, in grace, COMPLETED, on-time",
        "LATE, COMPLETED, over, COMPLETED, late",
        "BACK_FILLED, COMPLETED, over, COMPLETED, back-filled",
        "PARTIAL, STOPPED, over, COMPLETED, partial",
        "PARTIAL, DRAFT, over, FAILED, partial",
        "MISSED, NONE, over, FAILED, missed",
        "EXCUSED, NONE, open, CANCELLED, excused"
    })
    void an_occasion_is_in_the_state_that_its_outcome_and_its_answer_make(
            Outcome outcome, String answer, String asked, String status, String code) {
        Instant asOf = switch (asked) {
            case "open" -> OPENS;
            case "in grace" -> CLOSES;
            default -> CLOSES.plus(Duration.ofDays(1));
        };

        OccasionState state = OccasionState.of(new Judged(EVENING, outcome, answer(answer)), asOf);

        assertThat(state.status().name()).isEqualTo(status);
        assertThat(state.code()).isEqualTo(code);
    }
}
