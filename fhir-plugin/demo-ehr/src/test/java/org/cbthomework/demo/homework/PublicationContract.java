package org.cbthomework.demo.homework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cbthomework.demo.harness.Eventually;
import org.cbthomework.demo.harness.FhirHttp;
import org.cbthomework.demo.harness.FhirHttp.Reply;
import org.cbthomework.demo.harness.SwitchedRules;
import org.cbthomework.plugin.access.rule.Rule;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is published after each commit, for clients that know only FHIR R4. */
abstract class PublicationContract {

    private static final String MISSED = "failed missed";

    @Autowired
    FhirHttp ehr;

    @Autowired
    SwitchedRules rules;

    private Published published(Case homework) {
        return new Published(ehr, homework.patient);
    }

    @Test
    void every_occasion_becomes_a_task_in_its_window_with_what_became_of_it() {
        Case homework = Case.assigned(ehr);
        homework.done("monday", "2026-03-02T20:10:00+01:00");
        homework.done("tuesday", "2026-03-04T08:10:00+01:00");

        Eventually.holds(() -> assertThat(published(homework).states())
                .containsExactly("completed on-time", "completed late", MISSED, MISSED, MISSED, MISSED, MISSED));

        Task monday = published(homework).tasks().get(0);
        assertThat(monday.getIdentifierFirstRep().getValue()).isEqualTo(homework.assignment + "/2026-03-02T20:00");
        assertThat(monday.getRestriction().getPeriod().getStartElement().getValueAsString())
                .isEqualTo("2026-03-02T17:00:00+01:00");
        assertThat(monday.getBasedOnFirstRep().getReference()).isEqualTo("ServiceRequest/" + homework.assignment);
        assertThat(answer(monday)).isEqualTo("QuestionnaireResponse/" + homework.name("monday"));
    }

    private static String answer(Task task) {
        return ((Reference) task.getOutputFirstRep().getValue()).getReference();
    }

    @Test
    void adherence_becomes_an_observation_to_date_and_one_for_each_week_with_their_provenance() {
        Case homework = Case.assignedAndDone(ehr, "monday", "2026-03-02T20:10:00+01:00");

        Eventually.holds(() -> {
            assertThat(new Counts(published(homework).toDate()).done()).isEqualTo("1 of 7");
            assertThat(published(homework).weeks()).hasSize(1);
        });

        Observation toDate = published(homework).toDate();
        assertThat(toDate.getStatus()).isEqualTo(ObservationStatus.FINAL);
        assertThat(toDate.getDerivedFromFirstRep().getReference())
                .isEqualTo("QuestionnaireResponse/" + homework.name("monday"));
        Provenance provenance = ehr
                .getFresh("/Provenance?target=Observation/"
                        + toDate.getIdElement().getIdPart())
                .as(Bundle.class)
                .getEntry()
                .stream()
                .map(entry -> (Provenance) entry.getResource())
                .findFirst()
                .orElseThrow();
        assertThat(provenance.getAgentFirstRep().getWho().getDisplay()).startsWith("CBT Homework");
    }

    @Test
    void what_was_final_is_amended_by_what_is_filled_in_afterwards_and_its_history_is_kept() {
        Case homework = Case.assignedAndDone(ehr, "monday", "2026-03-02T20:10:00+01:00");
        Eventually.holds(
                () -> assertThat(published(homework).toDate().getStatus()).isEqualTo(ObservationStatus.FINAL));

        homework.done("sunday", "2026-03-09T20:10:00+01:00");

        Eventually.holds(() -> {
            assertThat(published(homework).toDate().getStatus()).isEqualTo(ObservationStatus.AMENDED);
            assertThat(published(homework).weeks().get(0).getStatus()).isEqualTo(ObservationStatus.AMENDED);
            assertThat(published(homework).states().get(6)).isEqualTo("completed back-filled");
        });
        Observation now = published(homework).toDate();
        assertThat(new Counts(now).done()).isEqualTo("2 of 7");
        Observation before = ehr.get("/Observation/" + now.getIdElement().getIdPart() + "/_history/1")
                .as(Observation.class);
        assertThat(before.getStatus()).isEqualTo(ObservationStatus.FINAL);
    }

    @Test
    void what_was_entered_in_error_leaves_its_task_undone() {
        Case homework = Case.assigned(ehr);
        homework.done("monday", "2026-03-02T20:10:00+01:00");
        Eventually.holds(() -> assertThat(published(homework).states()).startsWith("completed on-time"));

        Case.stored(homework.respond("monday", "entered-in-error", "2026-03-02T20:10:00+01:00"));

        Eventually.holds(() -> assertThat(published(homework).states()).startsWith(MISSED));
        assertThat(published(homework).tasks().get(0).getOutput()).isEmpty();
        Eventually.holds(
                () -> assertThat(published(homework).toDate().getDerivedFrom()).isEmpty());
    }

    @Test
    void a_response_that_is_cited_can_be_deleted_and_is_cited_no_more() {
        Case homework = Case.assigned(ehr);
        homework.done("monday", "2026-03-02T20:10:00+01:00");
        Eventually.holds(
                () -> assertThat(published(homework).toDate().getDerivedFrom()).hasSize(1));

        Reply deleted = ehr.delete("/QuestionnaireResponse/" + homework.name("monday"));

        assertThat(deleted.status()).as(deleted.body()).isEqualTo(200);
        Eventually.holds(() -> {
            assertThat(published(homework).states()).startsWith(MISSED);
            assertThat(published(homework).toDate().getDerivedFrom()).isEmpty();
        });
    }

    @Test
    void a_deleted_assignment_leaves_nothing_behind() {
        Case homework = Case.assigned(ehr);
        Eventually.holds(() -> assertThat(published(homework).tasks()).hasSize(7));

        Reply deleted = ehr.delete("/ServiceRequest/" + homework.assignment);

        assertThat(deleted.status()).as(deleted.body()).isEqualTo(200);
        Eventually.holds(() -> {
            assertThat(published(homework).tasks()).isEmpty();
            assertThat(published(homework).observations("homework-adherence")).isEmpty();
            assertThat(published(homework).weeks()).isEmpty();
        });
        assertThat(ehr.delete("/Patient/" + homework.patient).status()).isEqualTo(200);
    }

    @Test
    void occasions_of_a_pause_are_cancelled_and_come_back_when_it_is_taken_back() {
        Case homework = Case.assigned(ehr);
        Eventually.holds(() -> assertThat(published(homework).states()).containsOnly(MISSED));
        String paused = homework.order()
                .replace(
                        "\"extension\": [",
                        "\"extension\": [{\"url\": \"https://w3id.org/cbt-homework/fhir/StructureDefinition/pause\","
                                + " \"valuePeriod\": {\"start\": \"2026-03-04\", \"end\": \"2026-03-06\"}},");
        Case.stored(ehr.put("/ServiceRequest/" + homework.assignment, paused));
        Eventually.holds(() -> assertThat(published(homework).states())
                .containsExactly(
                        MISSED, MISSED, "cancelled excused", "cancelled excused", "cancelled excused", MISSED, MISSED));

        Case.stored(ehr.put("/ServiceRequest/" + homework.assignment, homework.order()));

        Eventually.holds(() -> assertThat(published(homework).states()).containsOnly(MISSED));
    }

    @Test
    void what_does_not_change_is_not_written_again() {
        Case homework = Case.assigned(ehr);
        Eventually.holds(() -> assertThat(published(homework).tasks()).hasSize(7));

        homework.done("monday", "2026-03-02T20:10:00+01:00");
        Eventually.holds(() -> assertThat(published(homework).states()).startsWith("completed on-time"));

        assertThat(published(homework).tasks())
                .extracting(task -> task.getIdElement().getVersionIdPart())
                .containsExactly("2", "1", "1", "1", "1", "1", "1");
    }

    @Test
    void what_was_final_stays_so_when_other_homework_of_the_patient_goes_on() {
        Case homework = Case.assigned(ehr);
        Eventually.holds(
                () -> assertThat(published(homework).toDate().getStatus()).isEqualTo(ObservationStatus.FINAL));
        Case.stored(homework.planWithActivity("plan-" + homework.patient));
        Eventually.holds(() -> assertThat(published(homework).observations("homework-adherence"))
                .hasSize(2));

        Case.stored(homework.respondTo("CarePlan/plan-" + homework.patient, "first", "2026-03-02T20:10:00+01:00"));
        Eventually.holds(() -> assertThat(published(homework).states()).contains("completed on-time"));

        assertThat(published(homework).observations("homework-adherence"))
                .filteredOn(each -> each.getBasedOnFirstRep().getReference().startsWith("ServiceRequest"))
                .extracting(
                        each -> each.getStatus().toCode() + each.getIdElement().getVersionIdPart())
                .containsExactly("final1");
    }

    @Test
    void an_order_that_somebody_elses_record_cites_is_not_deleted_from_under_it() {
        Case homework = Case.assigned(ehr);
        Eventually.holds(() -> assertThat(published(homework).tasks()).hasSize(7));
        String citing = "/Observation/citing-" + homework.patient;
        Case.stored(ehr.put(
                citing,
                Case.fixture("citing")
                        .with("id", "citing-" + homework.patient)
                        .with("patient", homework.patient)
                        .with("assignment", homework.assignment)
                        .json()));

        assertThat(ehr.delete("/ServiceRequest/" + homework.assignment).status())
                .isEqualTo(409);

        assertThat(ehr.delete(citing).status()).isEqualTo(200);
        assertThat(ehr.delete("/ServiceRequest/" + homework.assignment).status())
                .isEqualTo(200);
    }

    @Test
    void where_no_rule_forbids_it_a_task_that_somebody_writes_over_or_deletes_comes_back() {
        Case homework = Case.assigned(ehr);
        Eventually.holds(() -> assertThat(published(homework).states()).containsOnly(MISSED));
        List<Task> tasks = published(homework).tasks();
        String first = "/Task/" + tasks.get(0).getIdElement().getIdPart();
        String second = "/Task/" + tasks.get(1).getIdElement().getIdPart();

        String forged = ehr.get(first).body().replace("\"failed\"", "\"completed\"");
        assertThat(ehr.put(first, forged).status()).isEqualTo(403);
        rules.without(Rule.SERVER_KEEPS_ITS_OWN, () -> {
            Case.stored(ehr.put(first, forged));
            assertThat(ehr.delete(second).status()).isEqualTo(200);
        });

        Eventually.holds(() -> {
            assertThat(published(homework).states()).hasSize(7).containsOnly(MISSED);
            assertThat(published(homework).tasks().get(0).getIdElement().getVersionIdPart())
                    .isEqualTo("3");
        });
    }

    @Test
    void a_response_names_the_task_that_it_answers() {
        Case homework = Case.assigned(ehr);
        Eventually.holds(() -> assertThat(published(homework).tasks()).hasSize(7));
        String friday = published(homework).tasks().get(4).getIdElement().getIdPart();
        String response = homework.response(
                        "friday", "ServiceRequest/" + homework.assignment, "completed", "2026-03-12T20:10:00+01:00")
                .replaceFirst(
                        "\\{",
                        "{\"extension\": [{\"url\":"
                                + " \"https://w3id.org/cbt-homework/fhir/StructureDefinition/occasion\","
                                + " \"valueReference\": {\"reference\": \"Task/" + friday + "\"}}],");

        Case.stored(ehr.put("/QuestionnaireResponse/" + homework.name("friday"), response));

        Eventually.holds(() -> assertThat(published(homework).states().get(4)).isEqualTo("completed back-filled"));
    }

    @Test
    void what_became_of_a_task_of_somebody_elses_is_told_in_it_and_nothing_else_of_it_changes() {
        Case homework = Case.admitted(ehr);
        Case.stored(homework.planWithTasks("plan-" + homework.patient));
        String path = "/Task/plan-" + homework.patient + "-1";
        Eventually.holds(
                () -> assertThat(Published.state(ehr.get(path).as(Task.class))).isEqualTo(MISSED));
        Task before = ehr.get(path).as(Task.class);

        Case.stored(homework.respondTo("CarePlan/plan-" + homework.patient, "first", "2026-03-02T20:10:00+01:00"));

        Eventually.holds(
                () -> assertThat(Published.state(ehr.get(path).as(Task.class))).isEqualTo("completed on-time"));
        Task after = ehr.get(path).as(Task.class);
        assertThat(answer(after)).isEqualTo("QuestionnaireResponse/" + homework.name("first"));
        assertThat(after.getRestriction().equalsDeep(before.getRestriction())).isTrue();
        assertThat(after.getIdentifier()).isEmpty();
    }

    @Test
    void homework_that_waits_for_agreement_is_a_request() {
        Case homework = Case.admitted(ehr);
        String order = homework.order()
                .replace(
                        "\"extension\": [",
                        "\"extension\": [{\"url\":"
                                + " \"https://w3id.org/cbt-homework/fhir/StructureDefinition/agreement-requested\","
                                + " \"valueBoolean\": true},")
                .replace("\"end\": \"2026-03-08\"", "\"end\": \"2199-03-08\"");
        assertThat(order).contains("2199");
        Case.stored(ehr.put("/ServiceRequest/" + homework.assignment, order));

        Eventually.holds(() -> assertThat(published(homework).states()).containsExactly("requested pending"));
    }
}
