package org.cbthomework.demo.homework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cbthomework.demo.harness.FhirHttp;
import org.cbthomework.demo.harness.FhirHttp.Reply;
import org.cbthomework.demo.harness.Fixture;
import org.hl7.fhir.r4.model.Bundle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Tasks and responses are found by what homework says of them. */
abstract class FindingContract {

    private static final String OCCASION = "https://w3id.org/cbt-homework/fhir/occasion";

    @Autowired
    FhirHttp ehr;

    private Case homework;
    private String plan;
    private String task;

    @BeforeEach
    void plan_with_a_task_for_2_march_2026() {
        homework = Case.admitted(ehr);
        plan = "plan-" + homework.patient;
        task = plan + "-1";
        Case.stored(homework.planWithTasks(plan));
    }

    @Test
    void a_task_is_found_by_the_window_in_which_it_is_due() {
        String mine = "/Task?patient=Patient/" + homework.patient;

        assertThat(found(mine + "&due=ge2026-03-02&due=le2026-03-03")).containsExactly(task);
        assertThat(found(mine + "&due=ge2026-03-04&due=le2026-03-08")).isEmpty();
    }

    @Test
    void a_task_is_found_by_the_response_that_came_of_it() {
        Case.stored(homework.respondTo("CarePlan/" + plan, "monday", "2026-03-02T20:10:00+01:00"));
        String response = "QuestionnaireResponse/" + homework.name("monday");
        assertThat(found("/Task?output=" + response)).isEmpty();

        Case.stored(ehr.put("/Task/" + task, answered(response)));

        assertThat(found("/Task?output=" + response)).containsExactly(task);
    }

    @Test
    void a_response_is_found_by_the_task_that_it_is_for() {
        String response = named("monday", "{ \"reference\": \"Task/" + task + "\" }");

        assertThat(found("/QuestionnaireResponse?occasion=Task/" + task)).containsExactly(response);
        assertThat(found("/QuestionnaireResponse?occasion=Task/" + plan + "-2")).isEmpty();
    }

    @Test
    void a_response_is_found_by_the_identifier_of_its_occasion() {
        Case.stored(ehr.put("/ServiceRequest/" + homework.assignment, homework.order()));
        String occasion = homework.assignment + "/2026-03-02T20:00";
        String json = homework.response(
                "named", "ServiceRequest/" + homework.assignment, "completed", "2026-03-02T20:10:00+01:00");
        Case.stored(ehr.put(
                "/QuestionnaireResponse/" + homework.name("named"),
                withOccasion(
                        json,
                        "{ \"identifier\": { \"system\": \"" + OCCASION + "\", \"value\": \"" + occasion + "\" } }")));

        assertThat(found("/QuestionnaireResponse?occasion-identifier=" + OCCASION + "%7C" + occasion))
                .containsExactly(homework.name("named"));
        assertThat(found("/QuestionnaireResponse?occasion-identifier=" + OCCASION + "%7C" + occasion + "x"))
                .isEmpty();
    }

    private String named(String id, String occasion) {
        String json = homework.response(id, "CarePlan/" + plan, "completed", "2026-03-02T20:10:00+01:00");
        Case.stored(ehr.put("/QuestionnaireResponse/" + homework.name(id), withOccasion(json, occasion)));
        return homework.name(id);
    }

    private static String withOccasion(String response, String reference) {
        return Fixture.of(FindingContract.class, "occasion")
                .with("reference", reference)
                .with("response", response.trim().substring(1))
                .json();
    }

    private String answered(String response) {
        String output = "\"output\": [{ \"type\": { \"text\": \"response\" }, \"valueReference\": { \"reference\": \""
                + response + "\" } }], ";
        return ehr.get("/Task/" + task).body().replaceFirst("\"input\"", output + "\"input\"");
    }

    private List<String> found(String search) {
        Reply reply = ehr.getFresh(search);
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return reply.as(Bundle.class).getEntry().stream()
                .map(entry -> entry.getResource().getIdElement().getIdPart())
                .toList();
    }
}
