package org.cbthomework.demo.homework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.cbthomework.demo.harness.FhirHttp;
import org.cbthomework.demo.harness.FhirHttp.Reply;
import org.cbthomework.demo.harness.SettableClock;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A response becomes adherence, at once. */
abstract class HomeworkContract {

    @Autowired
    FhirHttp ehr;

    @Autowired
    SettableClock clock;

    @AfterEach
    void letTimePass() {
        clock.followTheSystem();
    }

    @Test
    void who_never_starts_is_told_as_none_of_all() {
        Case homework = Case.assigned(ehr);

        Observation observation = homework.counts().observation();

        assertThat(homework.counts().done()).isEqualTo("0 of 7");
        assertThat(observation.getStatus()).isEqualTo(ObservationStatus.FINAL);
        assertThat(((Quantity) observation.getValue()).getValue()).isEqualByComparingTo("0");
        assertThat(observation.getText().getDivAsString()).contains("Logged in time: 0% (0 of 7). Done: 0% (0 of 7).");
    }

    @Test
    void a_response_counts_on_time_late_or_back_filled_as_soon_as_it_is_stored() {
        Case homework = Case.assigned(ehr);

        homework.done("monday", "2026-03-02T20:10:00+01:00");
        assertThat(homework.counts().of("on-time")).isOne();
        homework.done("tuesday", "2026-03-04T08:10:00+01:00");
        assertThat(homework.counts().of("late")).isOne();
        homework.done("wednesday", "2026-03-05T13:00:00+01:00");
        assertThat(homework.counts().of("back-filled")).isOne();

        Counts counts = homework.counts();
        assertThat(counts.done()).isEqualTo("3 of 7");
        assertThat(counts.of("occasions-in-time")).isEqualTo(2);
        assertThat(counts.of("missed")).isEqualTo(4);
        assertThat(counts.observation().getDerivedFrom())
                .extracting(each -> each.getReference())
                .contains("QuestionnaireResponse/" + homework.name("tuesday"));
    }

    @Test
    void a_second_response_on_the_same_evening_is_extra() {
        Case homework = Case.assigned(ehr);

        homework.done("first", "2026-03-02T20:10:00+01:00");
        homework.done("second", "2026-03-02T20:40:00+01:00");

        assertThat(homework.counts().done()).isEqualTo("1 of 7");
        assertThat(homework.counts().of("extra")).isOne();
    }

    @Test
    void a_response_sent_again_counts_once() {
        Case homework = Case.assigned(ehr);

        for (int i = 0; i < 10; i++) {
            homework.done("same", "2026-03-02T20:10:00+01:00");
        }

        assertThat(homework.counts().done()).isEqualTo("1 of 7");
        assertThat(homework.counts().of("extra")).isZero();
    }

    @Test
    void an_amended_response_keeps_the_time_of_its_first_completion() {
        Case homework = Case.assigned(ehr);

        homework.done("monday", "2026-03-02T20:10:00+01:00");
        Case.stored(homework.respond("monday", "amended", "2026-03-05T09:00:00+01:00"));
        Case.stored(homework.respond("monday", "amended", "2026-03-06T09:00:00+01:00"));

        assertThat(homework.counts().of("on-time")).isOne();
        QuestionnaireResponse stored =
                ehr.get("/QuestionnaireResponse/" + homework.name("monday")).as(QuestionnaireResponse.class);
        assertThat(stored.getExtensionByUrl("https://w3id.org/cbt-homework/fhir/StructureDefinition/first-completed")
                        .getExtensionByUrl("authored")
                        .getValue()
                        .primitiveValue())
                .isEqualTo("2026-03-02T20:10:00+01:00");
    }

    @Test
    void a_draft_counts_once_it_is_completed() {
        Case homework = Case.assigned(ehr);

        Case.stored(homework.respond("monday", "in-progress", "2026-03-02T19:00:00+01:00"));
        assertThat(homework.counts().of("partial")).isOne();
        homework.done("monday", "2026-03-02T20:10:00+01:00");

        assertThat(homework.counts().of("partial")).isZero();
        assertThat(homework.counts().of("on-time")).isOne();
    }

    @Test
    void a_response_entered_in_error_counts_no_more() {
        Case homework = Case.assigned(ehr);
        homework.done("monday", "2026-03-02T20:10:00+01:00");

        Case.stored(homework.respond("monday", "entered-in-error", "2026-03-02T20:10:00+01:00"));

        assertThat(homework.counts().done()).isEqualTo("0 of 7");
    }

    @Test
    void a_deleted_response_counts_no_more_and_counts_again_when_it_comes_back() {
        Case homework = Case.assigned(ehr);
        homework.done("monday", "2026-03-02T20:10:00+01:00");

        assertThat(ehr.delete("/QuestionnaireResponse/" + homework.name("monday"))
                        .status())
                .isEqualTo(200);
        assertThat(homework.counts().done()).isEqualTo("0 of 7");

        homework.done("monday", "2026-03-02T20:10:00+01:00");
        assertThat(homework.counts().done()).isEqualTo("1 of 7");
    }

    @Test
    void a_response_handed_in_with_answers_missing_is_partial() {
        Case homework = Case.assigned(ehr);
        String stressful = homework.response(
                        "monday", "ServiceRequest/" + homework.assignment, "completed", "2026-03-02T20:10:00+01:00")
                .replace("\"valueInteger\": 4", "\"valueInteger\": 9");

        Case.stored(ehr.put("/QuestionnaireResponse/" + homework.name("monday"), stressful));

        assertThat(homework.counts().of("partial")).isOne();
        assertThat(homework.counts().done()).isEqualTo("0 of 7");
    }

    @Test
    void an_activity_of_a_care_plan_is_an_assignment() {
        Case homework = Case.admitted(ehr);
        String plan = "plan-" + homework.patient;
        Case.stored(homework.planWithActivity(plan));

        Case.stored(homework.respondTo("CarePlan/" + plan, "monday", "2026-03-02T20:10:00+01:00"));

        assertThat(homework.counts("/CarePlan/" + plan).done()).isEqualTo("1 of 7");
        assertThat(homework.counts("/Patient/" + homework.patient).done()).isEqualTo("1 of 7");
    }

    @Test
    void each_task_of_a_care_plan_is_an_occasion() {
        Case homework = Case.admitted(ehr);
        String plan = "plan-" + homework.patient;
        Case.stored(homework.planWithTasks(plan));
        assertThat(homework.counts("/CarePlan/" + plan).done()).isEqualTo("0 of 2");
        Case.stored(homework.respondTo("CarePlan/" + plan, "monday", "2026-03-02T20:10:00+01:00"));

        assertThat(homework.counts("/CarePlan/" + plan).done()).isEqualTo("1 of 2");
        assertThat(ehr.delete("/Task/" + plan + "-2").status()).isEqualTo(200);
        assertThat(homework.counts("/Patient/" + homework.patient).done()).isEqualTo("1 of 1");
    }

    @Test
    void a_care_plan_tells_the_orders_that_it_refers_to() {
        Case homework = Case.assigned(ehr);
        String plan = "plan-" + homework.patient;
        Case.stored(homework.planWithActivity(plan));
        String both = ehr.get("/CarePlan/" + plan)
                .body()
                .replace(
                        "\"activity\":[",
                        "\"activity\":[{\"reference\":{\"reference\":\"ServiceRequest/" + homework.assignment
                                + "\"}},");

        Case.stored(ehr.put("/CarePlan/" + plan, both));

        assertThat(Counts.all(homework.report("/CarePlan/" + plan))).hasSize(2);
        assertThat(Counts.all(homework.report("/Patient/" + homework.patient))).hasSize(2);
    }

    @Test
    void a_revoked_assignment_expects_nothing_after_its_end() {
        Case homework = Case.assigned(ehr);
        String revoked = homework.order()
                .replace("\"active\"", "\"revoked\"")
                .replace(
                        "\"extension\": [",
                        "\"extension\": [{\"url\":\"https://w3id.org/cbt-homework/fhir/StructureDefinition/ended\","
                                + "\"valueDateTime\":\"2026-03-06T10:00:00+01:00\"},");

        Case.stored(ehr.put("/ServiceRequest/" + homework.assignment, revoked));

        assertThat(homework.counts().done()).isEqualTo("0 of 4");
    }

    @Test
    void an_activity_that_was_stopped_and_taken_up_again_expects_what_it_did() {
        Case homework = Case.admitted(ehr);
        String plan = "plan-" + homework.patient;
        Case.stored(homework.planWithActivity(plan));
        String stored = ehr.get("/CarePlan/" + plan).body();
        clock.setTo(Instant.parse("2026-03-06T09:00:00Z"));

        Case.stored(ehr.put("/CarePlan/" + plan, stored.replace("\"in-progress\"", "\"stopped\"")));
        clock.followTheSystem();
        assertThat(homework.counts("/CarePlan/" + plan).done())
                .as("it ended when the server learned of it")
                .isEqualTo("0 of 4");

        Case.stored(ehr.put("/CarePlan/" + plan, stored));
        assertThat(homework.counts("/CarePlan/" + plan).done()).isEqualTo("0 of 7");
    }

    @Test
    void a_draft_counts_for_nothing_and_may_still_be_changed() {
        Case homework = Case.admitted(ehr);
        String draft = homework.order()
                .replace("\"active\"", "\"draft\"")
                .replace("\"subject\": { \"reference\": \"Patient/" + homework.patient + "\" },", "");
        Case.stored(ehr.put("/ServiceRequest/" + homework.assignment, draft));
        assertThat(homework.report("/Patient/" + homework.patient).getEntry()).isEmpty();

        Case.stored(ehr.put(
                "/ServiceRequest/" + homework.assignment, homework.order().replace("20:00:00", "21:00:00")));

        assertThat(homework.counts().done()).isEqualTo("0 of 7");
    }

    @Test
    void the_zone_is_written_into_the_assignment_when_the_patient_has_one() {
        Case homework = Case.assigned(ehr);

        ServiceRequest stored =
                ehr.get("/ServiceRequest/" + homework.assignment).as(ServiceRequest.class);

        assertThat(stored.getExtensionByUrl("https://w3id.org/cbt-homework/fhir/StructureDefinition/timezone")
                        .getValue()
                        .primitiveValue())
                .isEqualTo("Europe/Berlin");
    }

    @Test
    void days_and_a_moment_can_be_asked_for() {
        Case homework = Case.assigned(ehr);
        homework.done("monday", "2026-03-02T20:10:00+01:00");
        homework.done("saturday", "2026-03-07T20:10:00+01:00");
        String operation = "/ServiceRequest/" + homework.assignment + "/$homework-adherence";

        Bundle days = ehr.get(operation + "?start=2026-03-02&end=2026-03-04").as(Bundle.class);
        Bundle moment = ehr.get(operation + "?asOf=2026-03-04T14:00:00%2B01:00").as(Bundle.class);

        assertThat(Counts.only(days).done()).isEqualTo("1 of 3");
        assertThat(Counts.only(moment).done()).isEqualTo("1 of 2");
        assertThat(Counts.only(moment).of("pending")).isOne();
        assertThat(Counts.only(moment).observation().getStatus()).isEqualTo(ObservationStatus.PRELIMINARY);
    }

    @Test
    void a_question_that_makes_no_sense_is_answered_with_the_remedy() {
        Case homework = Case.assigned(ehr);
        String operation = "/ServiceRequest/" + homework.assignment + "/$homework-adherence";

        Reply backwards = ehr.get(operation + "?start=2026-03-04&end=2026-03-02");
        Reply noMoment = ehr.get(operation + "?asOf=2026-03-04");
        Reply nobody = ehr.get("/Patient/nobody-" + homework.patient + "/$homework-adherence");

        assertThat(backwards.status()).isEqualTo(400);
        assertThat(backwards.body()).contains("give an end on or after the start");
        assertThat(noMoment.status()).isEqualTo(400);
        assertThat(noMoment.body()).contains("give date, time and offset");
        assertThat(nobody.status()).isEqualTo(404);
    }

    @Test
    void a_patient_without_homework_has_an_empty_report() {
        Case homework = Case.admitted(ehr);

        assertThat(homework.report("/Patient/" + homework.patient).getEntry()).isEmpty();
    }
}
