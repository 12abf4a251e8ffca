package org.cbthomework.launch.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.cbthomework.launch.harness.Answer;
import org.cbthomework.launch.harness.Asked;
import org.cbthomework.launch.harness.Browser;
import org.cbthomework.launch.harness.FakeEhr;
import org.cbthomework.launch.harness.Page;
import org.cbthomework.launch.harness.RunningApp;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Tag("server")
class ChangingAssignmentsTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String EXTENSION = "https://w3id.org/cbt-homework/fhir/StructureDefinition/";
    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Tokyo"));
    private final String twentyDaysAgo = today.minusDays(20).toString();

    private final FakeEhr ehr = RunningApp.EHR;
    private final Browser browser = RunningApp.shared().browser();
    private String home = "";
    private String order = "";

    @BeforeEach
    void a_practitioner_opens_a_chart() {
        ehr.identify(request ->
                ehr.idToken(request, claims -> claims.claim("fhirUser", request.get("aud") + "/Practitioner/pr1")));
        ehr.grant(granted -> granted.put("scope", "user/*.cruds"));
        holds("active", "");
        ehr.script("/public/fhir/ServiceRequest", asked -> Answer.searchset(order));
        ehr.script("/public/fhir/ServiceRequest/a1", ChangingAssignmentsTest::stored);
        ehr.script(
                "/public/fhir",
                asked -> Answer.fhir("{\"resourceType\":\"Bundle\",\"type\":\"transaction-response\"}"));
        ehr.script(
                "/public/fhir/CarePlan",
                asked -> Answer.searchset(
                        "{\"resourceType\":\"CarePlan\",\"id\":\"plan\",\"meta\":{\"versionId\":\"7\"},"
                                + "\"status\":\"active\",\"intent\":\"plan\",\"subject\":{\"reference\":\"Patient/p1\"},"
                                + "\"activity\":[{\"reference\":{\"reference\":\"ServiceRequest/a1\"}}]}"));
        ehr.scriptBelow("/public/fhir/CarePlan/", ChangingAssignmentsTest::stored);
        home = browser.open(ehr, "public").location();
    }

    @Test
    void a_pause_is_a_period_of_days_on_an_order_that_stays_active() {
        send(
                "pause",
                Map.of("from", today.toString(), "until", today.plusDays(6).toString()));

        JsonNode stored = only(puts("/ServiceRequest/a1"));
        assertThat(stored.path("status").asString()).isEqualTo("active");
        assertThat(extensions(stored, "pause"))
                .singleElement()
                .satisfies(pause -> assertThat(pause.path("valuePeriod").toString())
                        .isEqualTo("{\"start\":\"" + today + "\",\"end\":\"" + today.plusDays(6) + "\"}"));
        assertThat(ehr.asked("/ServiceRequest/a1").get(0).header("If-Match")).isEqualTo("W/\"3\"");
    }

    @Test
    void the_same_pause_sent_twice_is_stored_once() {
        holds("active", pause(today.toString(), null));

        Page page = send("pause", Map.of("from", today.toString()));

        assertThat(page.status()).isEqualTo(302);
        assertThat(puts("/ServiceRequest/a1")).isEmpty();
    }

    @Test
    void resuming_ends_an_open_pause_yesterday_and_forgets_one_that_began_today() {
        holds("active", pause(today.minusDays(5).toString(), null));
        send("resume", Map.of());
        assertThat(extensions(only(puts("/ServiceRequest/a1")), "pause")
                        .get(0)
                        .at("/valuePeriod/end")
                        .asString())
                .isEqualTo(today.minusDays(1).toString());

        holds("active", pause(today.toString(), null));
        send("resume", Map.of());
        assertThat(extensions(puts("/ServiceRequest/a1").get(1), "pause")).isEmpty();
    }

    @Test
    void stopping_says_when_and_why_and_how_it_ended() {
        send("stop", Map.of("end", "off", "reason", "It made Mondays harder"));

        JsonNode stored = only(puts("/ServiceRequest/a1"));
        assertThat(stored.path("status").asString()).isEqualTo("revoked");
        assertThat(extensions(stored, "ended").get(0).path("valueDateTime").asString())
                .startsWith(today.toString())
                .endsWith("+09:00");
        assertThat(stored.toString()).contains("request-statusReason", "It made Mondays harder");
    }

    @Test
    void another_dose_is_a_new_order_that_replaces_the_old_one_and_shares_its_requisition() {
        send("change", change(Map.of("dose", "week", "times", "3", "from", today.toString())));

        List<JsonNode> together = transaction();
        JsonNode next = together.get(0);
        JsonNode old = together.get(1);
        assertThat(next.at("/resource/replaces/0/reference").asString()).isEqualTo("ServiceRequest/a1");
        assertThat(next.at("/resource/requisition")).isEqualTo(old.at("/resource/requisition"));
        assertThat(next.at("/resource/occurrenceTiming/repeat").toString())
                .contains("\"start\":\"" + today + "\"", "\"frequency\":3", "\"periodUnit\":\"wk\"");
        assertThat(next.at("/resource/subject/reference").asString()).isEqualTo("Patient/p1");
        assertThat(next.at("/resource/requester/reference").asString()).isEqualTo("Practitioner/pr1");
        assertThat(next.at("/request/url").asString()).matches("ServiceRequest/[0-9a-f-]{36}");
        assertThat(old.at("/request/ifMatch").asString()).isEqualTo("W/\"3\"");
        assertThat(old.at("/resource/status").asString()).isEqualTo("completed");
        assertThat(extensions(old.path("resource"), "ended")
                        .get(0)
                        .path("valueDateTime")
                        .asString())
                .isEqualTo(today + "T00:00:00+09:00");
        assertThat(only(puts("/CarePlan/plan")).path("activity").toString())
                .contains("ServiceRequest/a1", next.at("/request/url").asString());
    }

    @Test
    void the_same_change_has_the_same_id_and_another_has_another() {
        send("change", change(Map.of("dose", "week", "times", "3", "from", today.toString())));
        send("change", change(Map.of("dose", "week", "times", "3", "from", today.toString())));
        send("change", change(Map.of("dose", "week", "times", "2", "from", today.toString())));

        List<String> ids = ehr.asked("/public/fhir").stream()
                .map(asked ->
                        JSON.readTree(asked.body()).at("/entry/0/request/url").asString())
                .toList();
        assertThat(ids).hasSize(3);
        assertThat(ids.get(0)).isEqualTo(ids.get(1)).isNotEqualTo(ids.get(2));
    }

    @Test
    void texts_and_the_last_day_change_where_they_stand() {
        send(
                "change",
                change(Map.of(
                        "dose", "keep",
                        "last-day", today.plusDays(30).toString(),
                        "rationale", "To sleep again",
                        "backup-if", "I am tired",
                        "backup-then", "one line will do")));

        JsonNode stored = only(puts("/ServiceRequest/a1"));
        assertThat(stored.at("/occurrenceTiming/repeat/boundsPeriod").toString())
                .isEqualTo("{\"start\":\"" + twentyDaysAgo + "\",\"end\":\"" + today.plusDays(30) + "\"}");
        assertThat(stored.at("/reasonCode/0/text").asString()).isEqualTo("To sleep again");
        assertThat(extensions(stored, "backup-plan").get(0).toString()).contains("I am tired", "one line will do");
        assertThat(ehr.asked("/public/fhir")).isEmpty();
    }

    @Test
    void what_another_changed_meanwhile_is_told_and_nothing_is_stored() {
        ehr.script(
                "/public/fhir/ServiceRequest/a1/_history/2",
                asked -> Answer.fhir(order.replace("\"versionId\":\"3\"", "\"versionId\":\"2\"")
                        .replace("To rest", "To see what helps")));

        Page page = send("pause", Map.of("version", "2", "from", today.toString()));

        assertThat(page.status()).isEqualTo(409);
        assertThat(page.body())
                .contains("Somebody else has changed this homework meanwhile", "Why: To rest")
                .doesNotContain("How often: every day")
                .contains("value=\"" + today + "\"", "name=\"version\" value=\"3\"");
        assertThat(puts("/ServiceRequest/a1")).isEmpty();
    }

    @Test
    void a_refusal_is_told_in_the_servers_words_with_what_was_typed() {
        ehr.script(
                "/public/fhir/ServiceRequest/a1",
                asked -> new Answer(
                        422,
                        Map.of("Content-Type", "application/fhir+json"),
                        "{\"resourceType\":\"OperationOutcome\",\"issue\":[{\"severity\":\"error\",\"code\":\"processing\","
                                + "\"diagnostics\":\"Use fewer pauses\"}]}"));

        Page page = send("pause", Map.of("from", today.toString()));

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains("Use fewer pauses", "value=\"" + today + "\"");
    }

    @Test
    void bad_input_is_told_at_its_field_and_comes_back() {
        Page pause = send("pause", Map.of("from", "soon"));
        Page change = send("change", change(Map.of("dose", "days", "time", "8", "from", today.toString())));

        assertThat(pause.status()).isEqualTo(422);
        assertThat(pause.body()).contains("href=\"#from\"", "This is no day; give one");
        assertThat(change.body()).contains("Choose at least one day", "This is no time of day");
        assertThat(puts("/ServiceRequest/a1")).isEmpty();
    }

    @Test
    void an_order_of_somebody_else_and_none_are_one_answer_and_patients_change_nothing() {
        assertThat(browser.get(home + "assignment/b1/pause").status()).isEqualTo(404);

        ehr.grant(granted -> granted.put("scope", "user/*.rs"));
        home = browser.open(ehr, "public").location();
        assertThat(browser.get(home + "assignment/a1/stop").status()).isEqualTo(403);
        assertThat(puts("/ServiceRequest/a1")).isEmpty();
    }

    private Page send(String act, Map<String, String> fields) {
        String address = home + "assignment/a1/" + act;
        Page form = browser.get(address);
        assertThat(form.status()).as(form.body()).isEqualTo(200);
        Map<String, String> all =
                new HashMap<>(Map.of("_csrf", form.hidden("_csrf"), "version", form.hidden("version")));
        all.putAll(fields);
        return browser.post(address, all, "Sec-Fetch-Site", "same-origin");
    }

    private static Map<String, String> change(Map<String, String> fields) {
        Map<String, String> all = new HashMap<>(Map.of("rationale", "To rest"));
        all.putAll(fields);
        return all;
    }

    private void holds(String status, String extension) {
        order = "{\"resourceType\":\"ServiceRequest\",\"id\":\"a1\",\"meta\":{\"versionId\":\"3\"},\"status\":\""
                + status
                + "\",\"intent\":\"order\",\"extension\":[{\"url\":\"" + EXTENSION + "worksheet\",\"valueCanonical\":"
                + "\"https://example.org/Questionnaire/diary|1\"},{\"url\":\"" + EXTENSION
                + "timezone\",\"valueCode\":\"Asia/Tokyo\"}" + extension
                + "],\"subject\":{\"reference\":\"Patient/p1\"},"
                + "\"basedOn\":[{\"reference\":\"CarePlan/plan\"}],\"reasonCode\":[{\"text\":\"To rest\"}],"
                + "\"occurrenceTiming\":{\"repeat\":{\"boundsPeriod\":{\"start\":\"" + twentyDaysAgo
                + "\"},\"frequency\":1,\"period\":1,\"periodUnit\":\"d\"}}}";
    }

    private static String pause(String start, @Nullable String end) {
        return ",{\"url\":\"" + EXTENSION + "pause\",\"valuePeriod\":{\"start\":\"" + start + "\""
                + (end == null ? "" : ",\"end\":\"" + end + "\"") + "}}";
    }

    private static Answer stored(Asked asked) {
        return Answer.fhir(asked.body().replace("\"versionId\":\"3\"", "\"versionId\":\"4\""));
    }

    private List<JsonNode> puts(String end) {
        return ehr.asked(end).stream()
                .filter(asked -> asked.method().equals("PUT"))
                .map(asked -> JSON.readTree(asked.body()))
                .toList();
    }

    private List<JsonNode> transaction() {
        return ehr.asked("/public/fhir").stream()
                .map(asked -> JSON.readTree(asked.body()).path("entry"))
                .flatMap(entries -> StreamSupport.stream(entries.spliterator(), false))
                .toList();
    }

    private static JsonNode only(List<JsonNode> all) {
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private static List<JsonNode> extensions(JsonNode resource, String name) {
        return StreamSupport.stream(resource.path("extension").spliterator(), false)
                .filter(each -> each.path("url").asString().equals(EXTENSION + name))
                .toList();
    }
}
