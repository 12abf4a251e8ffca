package org.cbthomework.plugin.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.cbthomework.adherence.schedule.Kind;
import org.cbthomework.plugin.Fixture;
import org.cbthomework.plugin.ledger.AssignmentKey;
import org.cbthomework.plugin.ledger.OccasionRow;
import org.cbthomework.plugin.worksheet.Canonical;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

@Tag("domain")
class GivenOccasionsTest {

    private static final String PHQ_9 = "https://w3id.org/cbt-homework/fhir/Questionnaire/phq-9";

    private final Task task = Fixture.read(GivenOccasionsTest.class, "task", Task.class);

    @Test
    void a_task_of_a_care_plan_that_asks_for_a_questionnaire_by_a_time_is_an_occasion() {
        assertThat(GivenOccasions.isHomework(task)).isTrue();
        assertThat(read(task))
                .isEqualTo(new OccasionRow(
                        "Task/31",
                        AssignmentKey.inCarePlan("12", PHQ_9),
                        "Patient/p1",
                        PHQ_9 + "|1.0.0",
                        "SELF_ASSESSMENT",
                        "Europe/Berlin",
                        Instant.parse("2026-03-01T23:00:00Z"),
                        Instant.parse("2026-03-03T23:00:00Z")));
    }

    @Test
    void a_task_of_an_order_is_none_for_the_order_says_when() {
        task.addBasedOn().setReference("ServiceRequest/17");
        assertThat(GivenOccasions.isHomework(task)).isFalse();
    }

    @Test
    void without_a_plan_a_questionnaire_or_an_end_it_is_none() {
        Task ofNoPlan = task.copy();
        ofNoPlan.getBasedOn().clear();
        Task ofNoQuestionnaire = task.copy();
        ofNoQuestionnaire.getInput().remove(1);
        Task withoutAnEnd = task.copy();
        withoutAnEnd.getRestriction().getPeriod().setEnd(null);

        assertThat(GivenOccasions.isHomework(ofNoPlan)).isFalse();
        assertThat(GivenOccasions.isHomework(ofNoQuestionnaire)).isFalse();
        assertThat(GivenOccasions.isHomework(withoutAnEnd)).isFalse();
    }

    @Test
    void the_window_may_be_the_period_of_execution() {
        task.setExecutionPeriod(task.getRestriction().getPeriod()).setRestriction(null);
        assertThat(GivenOccasions.isHomework(task)).isTrue();
        assertThat(read(task).closes()).isEqualTo("2026-03-03T23:00:00Z");
    }

    @Test
    void a_window_without_a_start_opens_when_the_task_was_written() {
        task.getRestriction().getPeriod().setStart(null);
        assertThat(read(task).opens()).isEqualTo("2026-03-01T09:00:00Z");
    }

    @ParameterizedTest
    @EnumSource(names = {"CANCELLED", "REJECTED", "ENTEREDINERROR", "DRAFT"})
    void what_was_taken_back_or_not_yet_given_does_not_count(TaskStatus status) {
        assertThat(GivenOccasions.counts(task.setStatus(status))).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"CANCELLED", "REJECTED", "ENTEREDINERROR", "DRAFT", "NULL"})
    void whatever_else_became_of_it_counts(TaskStatus status) {
        assertThat(GivenOccasions.counts(task.setStatus(status))).isTrue();
    }

    @Test
    void a_window_that_ends_before_it_starts_is_refused() {
        task.getRestriction().getPeriod().setEndElement(new DateTimeType("2026-03-01"));
        Refusal.of(() -> read(task))
                .says(
                        "Task.restriction.period",
                        "The window of the Task starts at 2026-03-01T23:00:00Z and ends at 2026-03-01T23:00:00Z;"
                                + " it must end later than it starts");
    }

    @Test
    void homework_of_nobody_is_refused() {
        Refusal.of(() -> read(task.setFor(null)))
                .says("Task.for", "The Task asks for homework of nobody; say in Task.for who the patient is");
    }

    @Test
    void a_window_with_neither_a_start_nor_a_time_of_writing_is_refused() {
        task.getRestriction().getPeriod().setStart(null);
        task.setAuthoredOnElement(null);
        Refusal.of(() -> read(task))
                .says(
                        "Task.restriction.period.start",
                        "Task.restriction.period.start is not given; name a day, or a moment with its offset");
    }

    private static OccasionRow read(Task task) {
        return GivenOccasions.read(task, Canonical.parse(PHQ_9 + "|1.0.0"), Kind.SELF_ASSESSMENT);
    }
}
