package org.cbthomework.plugin.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.cbthomework.adherence.Submission;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the ledger promises, on each database that it speaks to. */
@Tag("server")
abstract class LedgerContract {

    private DataSource database = empty();

    /** A database with nothing of ours in it. */
    abstract DataSource empty();

    @BeforeEach
    void bring_up_to_date() {
        database = empty();
        LedgerSchema.bringUpToDate(database);
    }

    @Test
    void brought_up_to_date_twice_it_keeps_its_rows() {
        Responses responses = new Responses(database);
        responses.record(Rows.row(Rows.ORDER, Rows.PLAIN));
        LedgerSchema.bringUpToDate(database);
        assertThat(responses.to(List.of(Rows.ORDER))).containsExactly(Rows.row(Rows.ORDER, Rows.PLAIN));
        assertThat(version()).isEqualTo(4);
    }

    @RepeatedTest(10)
    void eight_nodes_may_bring_it_up_to_date_at_once() throws Exception {
        sql().execute("DROP SCHEMA CBT_HOMEWORK CASCADE");
        ExecutorService nodes = Executors.newFixedThreadPool(8);
        try {
            Callable<Boolean> start = () -> {
                LedgerSchema.bringUpToDate(database);
                return true;
            };
            for (Future<Boolean> node :
                    nodes.invokeAll(Stream.generate(() -> start).limit(8).toList())) {
                assertThat(node.get()).isTrue();
            }
        } finally {
            nodes.shutdownNow();
        }
        assertThat(version()).isEqualTo(4);
        new Responses(database).record(Rows.row(Rows.ORDER, Rows.PLAIN));
    }

    @Test
    void a_step_that_was_cut_short_is_taken_again() {
        sql().update("UPDATE CBT_HOMEWORK.LEDGER_VERSION SET VERSION = 1");
        sql().execute("CREATE TABLE CBT_HOMEWORK.ENCOUNTER (ENCOUNTER VARCHAR(80), SUBJECT VARCHAR(80),"
                + " KIND VARCHAR(10), STARTS VARCHAR(40), ENDS VARCHAR(40))");
        sql().update("INSERT INTO CBT_HOMEWORK.ENCOUNTER VALUES"
                + " ('Encounter/1', 'Patient/p1', 'SESSION', '2026-03-02', NULL)");
        sql().execute("DROP TABLE CBT_HOMEWORK.PUBLISHED");
        LedgerSchema.bringUpToDate(database);
        assertThat(version()).isEqualTo(4);
        assertThat(sql().queryForList("SELECT * FROM CBT_HOMEWORK.PUBLISHED")).isEmpty();
        assertThat(new CalendarRows(database).ofSubject("Patient/p1"))
                .containsExactly(new CalendarRow(
                        "Encounter/1",
                        "Patient/p1",
                        "Patient/p1",
                        CalendarRow.Kind.SESSION,
                        "2026-03-02",
                        Optional.empty()));
    }

    @Test
    void a_ledger_of_a_newer_plugin_is_refused_and_left_alone() {
        sql().update("UPDATE CBT_HOMEWORK.LEDGER_VERSION SET VERSION = 99");
        assertThatThrownBy(() -> LedgerSchema.bringUpToDate(database))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The homework ledger is of version 99, newer than this plugin's 4; run a newer plugin");
        assertThat(version()).isEqualTo(99);
    }

    @Test
    void every_kind_of_submission_comes_back_as_it_was_recorded() {
        Responses responses = new Responses(database);
        Rows.SUBMISSIONS.forEach(each -> responses.record(Rows.row(Rows.ORDER, each)));
        assertThat(responses.to(List.of(Rows.ORDER)))
                .extracting(ResponseRow::submission)
                .containsExactlyInAnyOrderElementsOf(Rows.SUBMISSIONS);
    }

    @Test
    void submissions_are_told_apart_by_assignment_and_one_without_any_has_no_row() {
        Responses responses = new Responses(database);
        responses.record(Rows.row(Rows.ORDER, Rows.PLAIN));
        responses.record(Rows.row(Rows.IN_A_PLAN, Rows.BARE));
        assertThat(responses.to(List.of(Rows.ORDER, Rows.IN_A_PLAN, AssignmentKey.ofServiceRequest("18"))))
                .containsExactlyInAnyOrder(Rows.row(Rows.ORDER, Rows.PLAIN), Rows.row(Rows.IN_A_PLAN, Rows.BARE));
        assertThat(responses.to(List.of())).isEmpty();
    }

    @Test
    void a_response_recorded_again_is_still_one_with_its_newest_state_and_assignment() {
        Responses responses = new Responses(database);
        responses.record(Rows.row(Rows.ORDER, Rows.PLAIN));
        responses.record(Rows.row(Rows.ORDER, Rows.PLAIN));
        responses.record(Rows.row(Rows.IN_A_PLAN, Rows.named("91", Rows.BARE), 2));
        assertThat(responses.to(List.of(Rows.ORDER, Rows.IN_A_PLAN)))
                .containsExactly(Rows.row(Rows.IN_A_PLAN, Rows.named("91", Rows.BARE), 2));
    }

    @Test
    void a_response_withdrawn_is_void_and_one_never_recorded_is_left_alone() {
        Responses responses = new Responses(database);
        responses.record(Rows.row(Rows.ORDER, Rows.PLAIN));
        responses.withdraw("91");
        responses.withdraw("never");
        responses.withdraw("91");
        assertThat(responses.to(List.of(Rows.ORDER))).containsExactly(Rows.row(Rows.ORDER, Rows.voided(Rows.PLAIN), 2));
    }

    @Test
    void a_response_is_unpublished_until_its_newest_version_is_published() {
        Responses responses = new Responses(database);
        responses.record(Rows.row(Rows.ORDER, Rows.PLAIN));
        List<ResponseRow> first = responses.unpublished("Patient/p1");
        responses.record(Rows.row(Rows.ORDER, Rows.PLAIN, 2));
        responses.published(first);
        List<ResponseRow> second = responses.unpublished("Patient/p1");
        responses.published(second);
        assertThat(first).containsExactly(Rows.row(Rows.ORDER, Rows.PLAIN));
        assertThat(second).containsExactly(Rows.row(Rows.ORDER, Rows.PLAIN, 2));
        assertThat(responses.unpublished("Patient/p1")).isEmpty();
        assertThat(responses.unpublished("Patient/p2")).isEmpty();
    }

    @Test
    void an_occasion_has_one_draft_and_a_new_one_once_that_is_handed_in_or_gone() {
        Responses responses = new Responses(database);
        Submission another = Rows.named("96", Rows.DRAFT_OF_THE_EVENING);
        responses.record(Rows.row(Rows.ORDER, Rows.DRAFT_OF_THE_EVENING));
        responses.record(Rows.row(Rows.ORDER, Rows.DRAFT_OF_THE_EVENING, 2));
        assertThatThrownBy(() -> responses.record(Rows.row(Rows.ORDER, another)))
                .isInstanceOf(DuplicateKeyException.class);
        responses.withdraw("95");
        responses.record(Rows.row(Rows.ORDER, another));
        responses.record(Rows.row(Rows.ORDER, Rows.named("97", Rows.PLAIN)));
        assertThat(responses.to(List.of(Rows.ORDER))).hasSize(3);
    }

    @Test
    void notes_of_a_changed_patient_are_taken_and_those_noted_since_are_not() {
        ChangedPatients changed = new ChangedPatients(database);
        changed.note("Patient/p1");
        changed.note("Patient/p1");
        changed.note("Patient/p2");
        List<Long> notes = changed.notes("Patient/p1");
        changed.note("Patient/p1");
        changed.take(notes);
        assertThat(notes).hasSize(2);
        assertThat(changed.notes("Patient/p1")).hasSize(1).doesNotContainAnyElementsOf(notes);
        assertThat(changed.notes("Patient/p2")).hasSize(1);
    }

    @Test
    void an_assignment_comes_back_as_it_was_recorded() {
        AssignmentRows assignments = new AssignmentRows(database);
        assignments.record("ServiceRequest/17", List.of(Rows.ASSIGNMENT));
        assertThat(assignments.find(Rows.ORDER)).contains(Rows.ASSIGNMENT);
        assertThat(assignments.find(AssignmentKey.ofServiceRequest("18"))).isEmpty();
        assertThat(assignments.ofSubject("Patient/p1")).containsExactly(Rows.ASSIGNMENT);
        assertThat(assignments.ofSubject("Patient/p")).isEmpty();
        assertThat(assignments.ofResource("CarePlan/12")).isEmpty();
    }

    @Test
    void what_a_resource_holds_is_replaced_and_what_others_hold_is_not() {
        AssignmentRows assignments = new AssignmentRows(database);
        assignments.record("ServiceRequest/17", List.of(Rows.ASSIGNMENT));
        assignments.record("CarePlan/12", List.of(Rows.inPlan("a"), Rows.inPlan("b")));
        assignments.record("CarePlan/12", List.of(Rows.inPlan("b"), Rows.inPlan("c")));
        assertThat(assignments.ofResource("CarePlan/12")).containsExactly(Rows.inPlan("b"), Rows.inPlan("c"));
        assertThat(assignments.ofSubject("Patient/p1")).hasSize(3);

        assignments.record("CarePlan/12", List.of());
        assertThat(assignments.ofSubject("Patient/p1")).containsExactly(Rows.ASSIGNMENT);
    }

    @Test
    void an_occasion_comes_back_as_it_was_recorded_and_is_one_however_often() {
        OccasionRows occasions = new OccasionRows(database);
        occasions.record(Rows.occasion("Task/32", "2026-03-04T00:00:00.001Z"));
        occasions.record(Rows.occasion("Task/31", "2026-03-09T00:00:00Z"));
        occasions.record(Rows.occasion("Task/31", "2026-03-02T00:00:00Z"));
        List<OccasionRow> inOrder = List.of(
                Rows.occasion("Task/31", "2026-03-02T00:00:00Z"), Rows.occasion("Task/32", "2026-03-04T00:00:00.001Z"));
        assertThat(occasions.of(Rows.IN_A_PLAN)).isEqualTo(inOrder);
        assertThat(occasions.ofSubject("Patient/p1")).isEqualTo(inOrder);
        assertThat(occasions.ofTask("Task/31")).isEqualTo(inOrder.subList(0, 1));

        occasions.forget("Task/31");
        assertThat(occasions.of(Rows.IN_A_PLAN)).isEqualTo(inOrder.subList(1, 2));
    }

    private int version() {
        return Objects.requireNonNull(
                sql().queryForObject("SELECT VERSION FROM CBT_HOMEWORK.LEDGER_VERSION", Integer.class));
    }

    private JdbcTemplate sql() {
        return new JdbcTemplate(database);
    }
}
