package org.cbthomework.demo.homework;

import static org.assertj.core.api.Assertions.assertThat;

import org.cbthomework.demo.harness.FhirHttp;
import org.cbthomework.demo.harness.FhirHttp.Reply;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What contradicts itself is refused with 422, and told so that it can be mended. */
abstract class RefusalContract {

    @Autowired
    FhirHttp ehr;

    private static void assertRefused(Reply reply, String expression, String remedy) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(422);
        OperationOutcome outcome = reply.as(OperationOutcome.class);
        assertThat(outcome.getIssueFirstRep().getDiagnostics()).contains(remedy);
        assertThat(outcome.getIssueFirstRep().getExpression().get(0).getValue()).isEqualTo(expression);
    }

    private Reply respond(Case homework, String from, String to) {
        String response = homework.response(
                "r", "ServiceRequest/" + homework.assignment, "completed", "2026-03-02T20:10:00+01:00");
        assertThat(response).contains(from);
        return ehr.put("/QuestionnaireResponse/" + homework.name("r"), response.replace(from, to));
    }

    private Reply assign(Case homework, String from, String to) {
        assertThat(homework.order()).contains(from);
        return ehr.put(
                "/ServiceRequest/" + homework.assignment, homework.order().replace(from, to));
    }

    @Test
    void a_response_of_another_patient() {
        Case homework = Case.assigned(ehr);
        Case other = Case.admitted(ehr);

        Reply reply = respond(homework, "Patient/" + homework.patient, "Patient/" + other.patient);

        assertRefused(reply, "QuestionnaireResponse.subject", "set subject to the patient of the assignment");
        assertThat(ehr.get("/QuestionnaireResponse/" + homework.name("r")).status())
                .as("nothing is stored")
                .isEqualTo(404);
        assertThat(homework.counts().done()).isEqualTo("0 of 7");
    }

    @Test
    void a_response_to_another_worksheet_or_version() {
        Case homework = Case.assigned(ehr);

        assertRefused(
                respond(homework, "daily-anxiety-reflection|1.0.0", "phq-9|1.0.0"),
                "QuestionnaireResponse.questionnaire",
                "asks for https://w3id.org/cbt-homework/fhir/Questionnaire/daily-anxiety-reflection|1.0.0");
        assertRefused(
                respond(homework, "reflection|1.0.0", "reflection|9.0.0"),
                "QuestionnaireResponse.questionnaire",
                "asks for");
    }

    @Test
    void an_answer_out_of_range_or_to_no_question_without_repeating_the_answer() {
        Case homework = Case.assigned(ehr);

        assertRefused(
                respond(homework, "\"valueInteger\": 2", "\"valueInteger\": 77"),
                "QuestionnaireResponse.item[0].answer[0]",
                "is above 10");
        assertRefused(
                respond(homework, "anxiety-average", "anxiety-everywhere"),
                "QuestionnaireResponse.item[0]",
                "is not a question of this worksheet");
        assertThat(respond(homework, "\"valueInteger\": 2", "\"valueString\": \"my-secret\"")
                        .body())
                .contains("it takes integer")
                .doesNotContain("my-secret");
    }

    @Test
    void a_completed_response_made_a_draft_again() {
        Case homework = Case.assigned(ehr);
        homework.done("r", "2026-03-02T20:10:00+01:00");

        assertRefused(
                homework.respond("r", "in-progress", "2026-03-02T20:10:00+01:00"),
                "QuestionnaireResponse.status",
                "send it as amended");
        assertThat(homework.counts().of("on-time")).isOne();
    }

    @Test
    void an_occasion_of_another_assignment() {
        Case homework = Case.assigned(ehr);

        Reply reply = respond(
                homework,
                "\"status\": \"completed\"",
                "\"status\": \"completed\", \"extension\": [{"
                        + "\"url\": \"https://w3id.org/cbt-homework/fhir/StructureDefinition/occasion\","
                        + "\"valueReference\": {\"identifier\": {\"system\": \"https://w3id.org/cbt-homework/fhir/occasion\","
                        + "\"value\": \"another/2026-03-02T20:00\"}}}]");

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.body()).contains("names an occasion of another assignment");
    }

    @Test
    void an_assignment_of_a_worksheet_that_is_not_there() {
        assertRefused(
                assign(Case.admitted(ehr), "reflection|1.0.0", "reflection|9.0.0"),
                "https://w3id.org/cbt-homework/fhir/StructureDefinition/worksheet",
                "store it first");
    }

    @Test
    void an_assignment_whose_schedule_is_not_followed() {
        Case homework = Case.admitted(ehr);

        assertRefused(
                assign(homework, "\"frequency\": 1", "\"frequency\": 2"),
                "ServiceRequest.occurrence.repeat.frequency",
                "but timeOfDay has 1 time; make them agree");
        assertRefused(
                assign(homework, "\"timeOfDay\": [ \"20:00:00\" ]", "\"when\": [ \"EVE\" ]"),
                "ServiceRequest.occurrence.repeat.when",
                "use timeOfDay");
        assertThat(homework.report("/Patient/" + homework.patient).getEntry()).isEmpty();
    }

    @Test
    void a_schedule_of_a_care_plan_told_in_the_words_of_the_plan() {
        Case homework = Case.admitted(ehr);
        String plan = Case.fixture("plan-with-activity")
                .with("id", "plan-" + homework.patient)
                .with("patient", homework.patient)
                .json()
                .replace("\"periodUnit\": \"d\"", "\"periodUnit\": \"h\"");

        assertRefused(
                ehr.put("/CarePlan/plan-" + homework.patient, plan),
                "CarePlan.activity.detail.scheduled.repeat.periodUnit",
                "use d or wk");
    }

    @Test
    void a_change_that_would_tell_the_past_anew() {
        Case homework = Case.assigned(ehr);

        assertRefused(
                assign(homework, "20:00:00", "08:00:00"),
                "ServiceRequest.occurrence",
                "end this one, and assign the new one beside it");
        assertRefused(
                assign(homework, "daily-anxiety-reflection|1.0.0", "phq-9|1.0.0"),
                "https://w3id.org/cbt-homework/fhir/StructureDefinition/worksheet",
                "cannot be changed");
    }

    @Test
    void a_response_to_an_assignment_that_does_not_exist() {
        Case homework = Case.assigned(ehr);

        Reply reply = homework.respondTo("ServiceRequest/nowhere", "r", "2026-03-02T20:10:00+01:00");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body()).contains("ServiceRequest/nowhere");
    }

    @Test
    void a_questionnaire_response_that_is_no_homework_is_none_of_our_business() {
        Case homework = Case.assigned(ehr);

        Reply reply = respond(
                homework, "\"basedOn\": [ { \"reference\": \"ServiceRequest/" + homework.assignment + "\" } ],", "");

        assertThat(reply.status()).isEqualTo(201);
        assertThat(homework.counts().done()).isEqualTo("0 of 7");
    }
}
