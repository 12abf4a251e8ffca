package org.cbthomework.demo.homework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.cbthomework.demo.harness.Eventually;
import org.cbthomework.demo.harness.FhirHttp;
import org.cbthomework.demo.harness.FhirHttp.Reply;
import org.cbthomework.demo.harness.SettableClock;
import org.hl7.fhir.r4.model.Bundle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Answers on their way, and what time and changes of the assignment make of an occasion. */
abstract class DraftContract {

    @Autowired
    FhirHttp ehr;

    @Autowired
    SettableClock clock;

    @AfterEach
    void let_time_go_on() {
        clock.followTheSystem();
    }

    private static String ofMonday(Case homework, String id, String status) {
        return Case.naming(
                homework.assignment + "/2026-03-02T20:00",
                homework.response(id, "ServiceRequest/" + homework.assignment, status, "2026-03-02T19:00:00+01:00"));
    }

    private Reply put(Case homework, String id, String status) {
        return ehr.put("/QuestionnaireResponse/" + homework.name(id), ofMonday(homework, id, status));
    }

    @Test
    void an_occasion_has_one_draft() {
        Case homework = Case.assigned(ehr);
        Case.stored(put(homework, "draft", "in-progress"));

        Reply second = put(homework, "second", "in-progress");

        assertThat(second.status()).isEqualTo(422);
        assertThat(second.body())
                .contains("There is a draft for this occasion already")
                .contains("based-on=ServiceRequest/" + homework.assignment + "&status=in-progress");
        assertThat(ehr.get("/QuestionnaireResponse/" + homework.name("second")).status())
                .isEqualTo(404);
        Bundle found = ehr.getFresh(
                        "/QuestionnaireResponse?based-on=ServiceRequest/" + homework.assignment + "&status=in-progress")
                .as(Bundle.class);
        assertThat(found.getEntry()).hasSize(1);
    }

    @Test
    void of_drafts_begun_on_two_devices_at_once_one_is_stored() {
        Case homework = Case.assigned(ehr);

        List<Integer> answers = IntStream.range(0, 8)
                .parallel()
                .mapToObj(device ->
                        put(homework, "device-" + device, "in-progress").status())
                .toList();

        assertThat(answers).filteredOn(status -> status == 201).hasSize(1);
        assertThat(answers).filteredOn(status -> status != 201).allMatch(status -> status == 422 || status == 409);
    }

    @Test
    void a_draft_that_changed_elsewhere_is_not_overwritten_by_who_says_what_it_was() {
        Case homework = Case.assigned(ehr);
        Case.stored(put(homework, "draft", "in-progress"));
        String path = "/QuestionnaireResponse/" + homework.name("draft");
        String phone = ofMonday(homework, "draft", "in-progress").replace("T19:00", "T19:05");
        Case.stored(ehr.putIfMatch(path, "1", phone));

        Reply laptop = ehr.putIfMatch(path, "1", ofMonday(homework, "draft", "completed"));

        assertThat(laptop.status()).isBetween(409, 412);
        assertThat(ehr.get(path).body()).contains("in-progress").contains("19:05");
    }

    @Test
    void a_draft_shows_in_the_task_of_its_occasion_and_gives_way_to_the_next_once_handed_in() {
        Case homework = Case.assigned(ehr);
        Published published = new Published(ehr, homework.patient);
        clock.setTo(Instant.parse("2026-03-02T18:30:00Z"));
        Case.stored(put(homework, "draft", "in-progress"));
        Eventually.holds(() -> assertThat(published.states()).startsWith("in-progress pending"));

        Case.stored(put(homework, "draft", "completed"));
        Case.stored(put(homework, "next", "in-progress"));

        Eventually.holds(() -> assertThat(published.states()).startsWith("completed on-time"));
    }

    @Test
    void time_alone_moves_a_task_on_from_open_to_overdue_to_missed_and_an_observation_to_final() {
        Case homework = Case.admitted(ehr);
        Published published = new Published(ehr, homework.patient);
        clock.setTo(Instant.parse("2026-03-07T12:00:00Z"));
        Case.stored(ehr.put("/ServiceRequest/" + homework.assignment, homework.order()));
        Eventually.holds(() -> assertThat(published.states())
                .containsExactly(
                        "failed missed",
                        "failed missed",
                        "failed missed",
                        "failed missed",
                        "failed missed",
                        "ready pending",
                        "ready pending"));

        clock.setTo(Instant.parse("2026-03-08T23:30:00Z"));
        Eventually.holds(() -> assertThat(published.states()).endsWith("failed missed", "ready overdue"));
        assertThat(published.toDate().getStatus().toCode()).isEqualTo("preliminary");

        clock.setTo(Instant.parse("2026-03-09T11:00:00Z"));
        Eventually.holds(() -> {
            assertThat(published.states()).hasSize(7).containsOnly("failed missed");
            assertThat(published.toDate().getStatus().toCode()).isEqualTo("final");
        });
    }

    @Test
    void a_revoked_assignment_has_no_tasks_after_its_end() {
        Case homework = Case.admitted(ehr);
        Published published = new Published(ehr, homework.patient);
        clock.setTo(Instant.parse("2026-03-03T12:00:00Z"));
        Case.stored(ehr.put("/ServiceRequest/" + homework.assignment, homework.order()));
        Eventually.holds(() -> assertThat(published.tasks()).hasSize(7));

        clock.setTo(Instant.parse("2026-03-04T09:00:00Z"));
        Case.stored(ehr.put(
                "/ServiceRequest/" + homework.assignment, homework.order().replace("\"active\"", "\"revoked\"")));

        Eventually.holds(() -> assertThat(published.states()).containsExactly("failed missed", "ready overdue"));
    }

    @Test
    void a_change_of_dose_keeps_the_tasks_of_the_old_one_and_goes_on_under_the_same_name() {
        Case homework = Case.assigned(ehr);
        Published published = new Published(ehr, homework.patient);
        homework.done("monday", "2026-03-02T20:10:00+01:00");
        Eventually.holds(() -> assertThat(published.states()).hasSize(7).startsWith("completed on-time"));

        Case.stored(ehr.put(
                "/ServiceRequest/" + homework.assignment + "-b",
                homework.order()
                        .replace(homework.assignment, homework.assignment + "-b")
                        .replace(
                                "\"status\": \"active\"",
                                "\"status\": \"active\", \"replaces\": [{\"reference\": \"ServiceRequest/"
                                        + homework.assignment + "\"}]")
                        .replace("\"start\": \"2026-03-02\"", "\"start\": \"2026-03-06\"")
                        .replace("\"timeOfDay\"", "\"dayOfWeek\": [\"sun\"], \"timeOfDay\"")
                        .replace("\"periodUnit\": \"d\"", "\"periodUnit\": \"wk\"")));

        Eventually.holds(() -> {
            assertThat(published.states()).hasSize(5).startsWith("completed on-time");
            assertThat(new Counts(published.toDate()).done()).isEqualTo("1 of 5");
        });
        assertThat(published.tasks())
                .allMatch(task -> task.getIdentifierFirstRep().getValue().startsWith(homework.assignment + "/2026-"));
    }

    @Test
    void there_is_a_task_for_each_occasion_of_the_two_weeks_ahead() {
        Case homework = Case.admitted(ehr);
        Published published = new Published(ehr, homework.patient);
        clock.setTo(Instant.parse("2026-03-02T12:00:00Z"));
        Case.stored(ehr.put(
                "/ServiceRequest/" + homework.assignment,
                homework.order().replace("\"end\": \"2026-03-08\"", "\"end\": \"2026-06-08\"")));

        Eventually.holds(() -> assertThat(published.states()).hasSize(15).containsOnly("ready pending"));

        clock.setTo(Instant.parse("2026-03-03T12:00:00Z"));
        Eventually.holds(() -> assertThat(published.states()).hasSize(16).endsWith("ready pending"));
    }
}
