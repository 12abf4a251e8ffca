package org.cbthomework.demo.homework;

import static org.assertj.core.api.Assertions.assertThat;

import org.cbthomework.demo.harness.FhirHttp;
import org.cbthomework.demo.harness.FhirHttp.Reply;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What excuses homework, or ends it, without the assignment itself being touched. */
abstract class ExcusesContract {

    private static final String PAUSE = "https://w3id.org/cbt-homework/fhir/StructureDefinition/pause";
    private static final String LEAVE = "{\"start\": \"2026-03-04\", \"end\": \"2026-03-06\"}";

    @Autowired
    FhirHttp ehr;

    private Reply plan(Case homework, String extension, String activity) {
        return ehr.put("/CarePlan/plan-" + homework.patient, """
                {"resourceType": "CarePlan", "id": "plan-%1$s", "status": "active", "intent": "plan",
                 "extension": [%2$s], "subject": {"reference": "Patient/%1$s"}, "activity": [%3$s]}
                """.formatted(homework.patient, extension, activity)
                .replace("\"extension\": [], ", "")
                .replace(", \"activity\": []", ""));
    }

    private static String pause(String period) {
        return "{\"url\": \"" + PAUSE + "\", \"valuePeriod\": " + period + "}";
    }

    @Test
    void nothing_is_expected_during_the_agreed_leave_of_a_plan_that_refers_to_the_assignment() {
        Case homework = Case.assigned(ehr);
        String activity = "{\"reference\": {\"reference\": \"ServiceRequest/" + homework.assignment + "\"}}";
        Case.stored(plan(homework, pause(LEAVE), activity));
        homework.done("thursday", "2026-03-05T20:10:00+01:00");

        assertThat(homework.counts().done()).isEqualTo("0 of 4");
        assertThat(homework.counts().of("excused")).isEqualTo(3);
        assertThat(homework.counts().of("extra")).isOne();
    }

    @Test
    void nothing_is_expected_during_the_agreed_leave_of_a_plan_that_the_assignment_is_based_on() {
        Case homework = Case.admitted(ehr);
        Case.stored(plan(homework, pause(LEAVE), ""));
        Case.stored(ehr.put(
                "/ServiceRequest/" + homework.assignment,
                homework.order()
                        .replace(
                                "\"status\": \"active\"",
                                "\"status\": \"active\", \"basedOn\": [{\"reference\": \"CarePlan/plan-"
                                        + homework.patient + "\"}]")));
        assertThat(homework.counts().done()).isEqualTo("0 of 4");

        Case.stored(plan(homework, "", ""));
        assertThat(homework.counts().done()).isEqualTo("0 of 7");
    }

    @Test
    void leave_that_cannot_be_read_is_refused() {
        Case homework = Case.admitted(ehr);

        Reply reply = plan(homework, pause("{\"start\": \"2026-03-06\", \"end\": \"2026-03-04\"}"), "");

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.body()).contains("starts at 2026-03-06 and ends at 2026-03-04");
    }

    @Test
    void homework_ends_with_the_death_of_the_patient() {
        Case homework = Case.assigned(ehr);
        homework.done("monday", "2026-03-02T20:10:00+01:00");
        String patient = ehr.get("/Patient/" + homework.patient).body();
        Case.stored(ehr.put("/Patient/" + homework.patient, with(patient, "\"deceasedDateTime\":\"2026-03-04\"")));
        assertThat(homework.counts().done()).isEqualTo("1 of 2");

        Case.stored(ehr.put("/Patient/" + homework.patient, patient));
        assertThat(homework.counts().done()).isEqualTo("1 of 7");
    }

    @Test
    void a_death_without_a_day_counts_from_when_it_was_learned_and_stays_so() {
        Case homework = Case.assigned(ehr);
        String patient = ehr.get("/Patient/" + homework.patient).body();
        Case.stored(ehr.put("/Patient/" + homework.patient, with(patient, "\"deceasedBoolean\":true")));
        String learned = ended(homework);
        Case.stored(ehr.put(
                "/Patient/" + homework.patient, with(patient, "\"deceasedBoolean\":true,\"gender\":\"other\"")));

        assertThat(learned).isNotEmpty();
        assertThat(ended(homework)).isEqualTo(learned);
        assertThat(homework.counts().done()).isEqualTo("0 of 7");
    }

    private String ended(Case homework) {
        String body = ehr.get("/Patient/" + homework.patient).body();
        int at = body.indexOf("StructureDefinition/ended");
        return at < 0 ? "" : body.substring(at, body.indexOf('}', at));
    }

    private static String with(String patient, String field) {
        return patient.replaceFirst("\"resourceType\":", field + ",\"resourceType\":");
    }

    @Test
    void a_dose_that_replaces_an_order_stored_only_later_is_joined_to_it() {
        Case homework = Case.admitted(ehr);
        String first = homework.order();
        Case.stored(ehr.put("/ServiceRequest/" + homework.assignment, first.replace("active", "draft")));
        Case.stored(ehr.put(
                "/ServiceRequest/" + homework.assignment + "-b",
                first.replace(homework.assignment, homework.assignment + "-b")
                        .replace(
                                "\"status\": \"active\"",
                                "\"status\": \"active\", \"replaces\": [{\"reference\": \"ServiceRequest/"
                                        + homework.assignment + "\"}]")
                        .replace("\"start\": \"2026-03-02\"", "\"start\": \"2026-03-06\"")));
        assertThat(homework.counts("/Patient/" + homework.patient).done()).isEqualTo("0 of 3");

        Case.stored(ehr.put("/ServiceRequest/" + homework.assignment, first));

        assertThat(homework.counts("/Patient/" + homework.patient).done()).isEqualTo("0 of 7");
    }
}
