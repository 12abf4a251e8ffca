package org.cbthomework.launch.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.cbthomework.launch.harness.Answer;
import org.cbthomework.launch.harness.Browser;
import org.cbthomework.launch.harness.FakeEhr;
import org.cbthomework.launch.harness.Page;
import org.cbthomework.launch.harness.RunningApp;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@Tag("server")
class ApiTest {

    private final RunningApp app = RunningApp.shared();
    private final FakeEhr ehr = RunningApp.EHR;
    private final Browser browser = app.browser();

    private Page api(String what) {
        return browser.get(browser.open(ehr, "public").location() + "api/" + what);
    }

    @Test
    void the_context_tells_role_patient_and_what_was_granted() {
        JsonNode context = api("context").json();

        assertThat(context.path("role").asString()).isEqualTo("patient");
        assertThat(context.path("intent").asString()).isEqualTo("homework-today");
        assertThat(context.path("needPatientBanner").asBoolean()).isTrue();
        assertThat(context.path("patient").path("id").asString()).isEqualTo("p1");
        assertThat(context.path("may").path("seeHomework").asBoolean()).isTrue();
        assertThat(context.path("may").path("answer").asBoolean()).isTrue();
        assertThat(context.path("may").path("assign").asBoolean()).isFalse();
    }

    @Test
    void without_the_scope_for_it_the_record_of_the_patient_is_not_asked_for() {
        ehr.grant(granted -> granted.put("scope", "patient/Task.s"));

        JsonNode context = api("context").json();

        assertThat(context.path("patient").path("name").isNull()).isTrue();
        assertThat(context.path("may").path("seePatient").asBoolean()).isFalse();
        assertThat(ehr.asked("/Patient/p1")).isEmpty();
    }

    @Test
    void today_is_the_day_of_the_patients_zone() {
        ehr.script("/public/fhir/Task", asked -> Answer.fhir(tasks()));
        ehr.script(
                "/public/fhir/Questionnaire",
                asked -> Answer.fhir("{\"resourceType\":\"Bundle\",\"type\":\"searchset\",\"entry\":[{\"resource\":"
                        + "{\"resourceType\":\"Questionnaire\",\"title\":\"Evening diary\",\"status\":\"active\"}}]}"));

        JsonNode today = api("today").json();

        LocalDate tokyo = LocalDate.now(ZoneId.of("Asia/Tokyo"));
        assertThat(today.path("zone").asString()).isEqualTo("Asia/Tokyo");
        assertThat(today.path("date").asString()).isEqualTo(tokyo.toString());
        assertThat(today.path("due").size()).isEqualTo(1);
        JsonNode due = today.path("due").get(0);
        assertThat(due.path("task").asString()).isEqualTo("evening");
        assertThat(due.path("title").asString()).isEqualTo("Evening diary");
        assertThat(due.path("status").asString()).isEqualTo("ready");
        assertThat(ehr.asked("/Task"))
                .singleElement()
                .satisfies(asked -> assertThat(asked.uri().getQuery()).contains("patient=p1", "due=ge", "due=lt"));
    }

    /** One of this evening, one that closed at midnight, one that was cancelled. */
    private static String tasks() {
        ZoneId zone = ZoneId.of("Asia/Tokyo");
        LocalDate today = LocalDate.now(zone);
        return """
                {"resourceType":"Bundle","type":"searchset","entry":[%s,%s,%s]}""".formatted(
                        task("yesterday", "ready", today.minusDays(1), today, zone),
                        task("evening", "ready", today, today.plusDays(1), zone),
                        task("called-off", "cancelled", today, today.plusDays(1), zone));
    }

    private static String task(String id, String status, LocalDate opens, LocalDate closes, ZoneId zone) {
        return """
                {"resource":{"resourceType":"Task","id":"%s","status":"%s","intent":"order",
                "restriction":{"period":{"start":"%s","end":"%s"}},
                "input":[{"type":{"text":"questionnaire"},"valueCanonical":"https://example.org/Questionnaire/diary|1"}]}}""".formatted(
                        id,
                        status,
                        opens.atStartOfDay(zone).toOffsetDateTime(),
                        closes.atStartOfDay(zone).toOffsetDateTime());
    }

    @Test
    void a_server_that_is_busy_is_asked_again() {
        AtomicInteger times = new AtomicInteger();
        ehr.script(
                "/public/fhir/Task",
                asked -> times.incrementAndGet() < 3
                        ? new Answer(503, Map.of("Retry-After", "0"), "")
                        : Answer.fhir("{\"resourceType\":\"Bundle\",\"type\":\"searchset\"}"));

        assertThat(api("today").status()).isEqualTo(200);
        assertThat(times).hasValue(3);
    }

    @Test
    void a_server_that_stays_busy_is_told_with_the_time_to_wait() {
        ehr.script("/public/fhir/Task", asked -> new Answer(429, Map.of("Retry-After", "120"), ""));

        Page busy = api("today");

        assertThat(busy.status()).isEqualTo(503);
        assertThat(busy.header("Retry-After")).isEqualTo("120");
        assertThat(busy.header("Content-Type")).startsWith("application/problem+json");
        assertThat(busy.json().path("title").asString()).isEqualTo("Homework cannot be reached just now");
        assertThat(ehr.asked("/Task")).hasSize(1);
    }

    @Test
    void what_the_server_refuses_is_told_in_its_words_without_its_insides() {
        ehr.script(
                "/public/fhir/Task",
                asked -> new Answer(
                        403,
                        Map.of("Content-Type", "application/fhir+json"),
                        "{\"resourceType\":\"OperationOutcome\",\"issue\":[{\"severity\":\"error\",\"code\":\"exception\","
                                + "\"diagnostics\":\"java.lang.IllegalStateException at org.example.Foo\"},"
                                + "{\"severity\":\"error\",\"code\":\"forbidden\","
                                + "\"diagnostics\":\"HAPI-0333: Task is not <b>open</b> to you\"}]}"));

        Page refused = api("today");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.json().path("detail").asString()).isEqualTo("Task is not  b open /b  to you");
    }

    @Test
    void a_token_that_the_server_does_not_take_any_more_is_a_launch_that_is_over() {
        ehr.script("/public/fhir/Task", asked -> Answer.status(401));

        Page over = api("today");

        assertThat(over.status()).isEqualTo(401);
        assertThat(over.json().path("title").asString()).isEqualTo("Homework is not open any more");
    }

    @Test
    void a_launch_without_a_patient_has_no_today() {
        ehr.grant(granted -> granted.remove("patient"));

        assertThat(api("today").status()).isEqualTo(404);
    }

    @Test
    void a_launch_that_is_unknown_is_a_problem_in_json() {
        Page unknown = browser.get("/l/" + "A".repeat(43) + "/api/context");

        assertThat(unknown.status()).isEqualTo(401);
        assertThat(unknown.json().path("title").asString()).isEqualTo("Homework is not open any more");
    }
}
