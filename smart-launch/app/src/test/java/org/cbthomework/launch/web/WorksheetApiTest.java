package org.cbthomework.launch.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
class WorksheetApiTest {

    private final RunningApp app = RunningApp.shared();
    private final FakeEhr ehr = RunningApp.EHR;
    private final Browser browser = app.browser();
    private final AtomicReference<String> stored = new AtomicReference<>("");
    private String home = "";

    @BeforeEach
    void an_evening_with_a_diary() {
        ehr.script("/public/fhir/Task", asked -> Answer.searchset(EveningDiary.task("p1")));
        ehr.script("/public/fhir/Questionnaire", asked -> Answer.searchset(EveningDiary.WORKSHEET));
        ehr.script("/public/fhir/QuestionnaireResponse", asked -> Answer.searchset(stored.get()));
        home = browser.open(ehr, "public").location();
    }

    @Test
    void a_worksheet_comes_with_what_was_answered() {
        assertThat(browser.get(api()).json().path("response").isNull()).isTrue();
        stored.set(EveningDiary.stored("7", "in-progress", "from the laptop"));

        JsonNode opened = browser.get(api()).json();

        assertThat(opened.at("/questionnaire/id").asString()).isEqualTo("diary");
        assertThat(opened.at("/response/item/0/answer/0/valueString").asString())
                .isEqualTo("from the laptop");
        assertThat(opened.path("version").asString()).isEqualTo("7");
        assertThat(opened.path("isHandedIn").asBoolean()).isFalse();
    }

    @Test
    void what_filled_the_occasion_without_naming_it_is_opened_and_amended_rather_than_answered_again() {
        ehr.script(
                "/public/fhir/Task",
                asked -> Answer.searchset(EveningDiary.task("p1")
                        .replaceFirst(
                                "\\{",
                                "{\"output\":[{\"type\":{\"text\":\"response\"},"
                                        + "\"valueReference\":{\"reference\":\"QuestionnaireResponse/imported\"}}],")));
        ehr.script(
                "/public/fhir/QuestionnaireResponse",
                asked -> Answer.searchset(
                        String.valueOf(asked.uri().getQuery()).contains("_id=imported")
                                ? EveningDiary.stored("3", "completed", "from another app")
                                        .replaceFirst("\"id\":\"[^\"]*\"", "\"id\":\"imported\"")
                                : ""));
        takes();

        JsonNode opened = browser.get(api()).json();
        assertThat(opened.at("/response/item/0/answer/0/valueString").asString())
                .isEqualTo("from another app");
        assertThat(opened.path("isHandedIn").asBoolean()).isTrue();

        assertThat(put(EveningDiary.draft("mended").replace("in-progress", "completed"), "3")
                        .status())
                .isEqualTo(200);
        assertThat(written().path()).isEqualTo("/public/fhir/QuestionnaireResponse/imported");
        assertThat(written().body()).contains("\"amended\"");
    }

    @Test
    void homework_of_somebody_else_is_not_there() {
        ehr.script("/public/fhir/Task", asked -> Answer.searchset(EveningDiary.task("p2")));

        assertThat(browser.get(api()).status()).isEqualTo(404);
        assertThat(put(EveningDiary.draft("mine"), null).status()).isEqualTo(404);
        assertThat(writes()).isEmpty();
    }

    @Test
    void whose_answers_they_are_and_what_for_the_occasion_says_whatever_is_sent() {
        takes();
        String forged = EveningDiary.draft("mine").replaceFirst("\\{", """
                {"id":"chosen","subject":{"reference":"Patient/p2"},"basedOn":[{"reference":"ServiceRequest/theirs"}],
                 "questionnaire":"https://example.org/Questionnaire/other|9","author":{"reference":"Practitioner/1"},
                 "extension":[{"url":"https://example.org/x","valueString":"y"}],""");

        assertThat(put(forged, null).status()).isEqualTo(200);

        JsonNode sent = JsonMapper.builder().build().readTree(written().body());
        assertThat(sent.at("/subject/reference").asString()).isEqualTo("Patient/p1");
        assertThat(sent.at("/author/reference").asString()).isEqualTo("Patient/p1");
        assertThat(sent.at("/basedOn/0/reference").asString()).isEqualTo("ServiceRequest/order");
        assertThat(sent.at("/questionnaire").asString()).isEqualTo("https://example.org/Questionnaire/diary|1");
        assertThat(sent.at("/extension/0/valueReference/reference").asString()).isEqualTo("Task/evening");
        assertThat(sent.path("extension").size()).isOne();
        assertThat(written().path())
                .matches("/public/fhir/QuestionnaireResponse/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    }

    @Test
    void a_first_delivery_that_is_repeated_goes_to_the_same_place() {
        takes();
        put(EveningDiary.draft("mine"), null);
        String first = written().path();
        put(EveningDiary.draft("mine and more"), null);

        assertThat(written().path()).isEqualTo(first);
    }

    @Test
    void answers_that_are_stored_already_are_not_written_again() {
        stored.set(EveningDiary.stored("7", "completed", "mine"));

        Page again = put(EveningDiary.draft("mine").replace("in-progress", "completed"), "6");

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().path("version").asString()).isEqualTo("7");
        assertThat(writes()).isEmpty();
    }

    @Test
    void an_empty_draft_that_is_repeated_is_not_written_again() {
        String empty = EveningDiary.draft("").replaceFirst(",\\s*\"item\".*", "}");
        stored.set(empty.replaceFirst("\\{", "{\"id\":\"r1\",\"meta\":{\"versionId\":\"7\"},"));

        Page again = put(empty, null);

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().path("version").asString()).isEqualTo("7");
        assertThat(writes()).isEmpty();
    }

    @Test
    void the_next_version_is_written_only_over_the_one_that_it_goes_on_from() {
        stored.set(EveningDiary.stored("7", "in-progress", "from the laptop"));
        takes();

        assertThat(put(EveningDiary.draft("mine"), "7").status()).isEqualTo(200);

        assertThat(written().header("If-Match")).isEqualTo("W/\"7\"");
        assertThat(written().path()).endsWith("/QuestionnaireResponse/r1");
    }

    @Test
    void what_another_device_wrote_meanwhile_is_not_overwritten() {
        stored.set(EveningDiary.stored("8", "in-progress", "from the laptop"));

        for (String version : new String[] {"7", null}) {
            Page changed = put(EveningDiary.draft("mine"), version);
            assertThat(changed.status()).isEqualTo(409);
            assertThat(changed.body()).doesNotContain("laptop", "mine");
        }
        assertThat(writes()).isEmpty();
    }

    @Test
    void what_the_server_finds_changed_at_the_last_moment_is_told_as_changed() {
        stored.set(EveningDiary.stored("7", "in-progress", "from the laptop"));
        ehr.script("/public/fhir/QuestionnaireResponse/r1", asked -> Answer.status(412));

        assertThat(put(EveningDiary.draft("mine"), "7").status()).isEqualTo(409);
    }

    @Test
    void what_was_handed_in_is_amended_and_never_a_draft_again() {
        stored.set(EveningDiary.stored("7", "completed", "before"));
        takes();

        put(EveningDiary.draft("after"), "7");

        assertThat(written().body()).contains("\"status\":\"amended\"");
    }

    @Test
    void what_is_no_response_is_refused_without_a_word_of_it() {
        for (String body : new String[] {
            "{}",
            "not json",
            "{\"resourceType\":\"Patient\"}",
            "{\"resourceType\":\"QuestionnaireResponse\"}",
            EveningDiary.draft("mine").replace("\"item\"", "\"secret\"")
        }) {
            Page refused = put(body, null);
            assertThat(refused.status()).as(body).isEqualTo(422);
            assertThat(refused.body()).doesNotContain("secret", "mine");
        }
        assertThat(writes()).isEmpty();
    }

    @Test
    void a_worksheet_asks_for_responses_of_its_own_patient_alone() {
        assertThat(ask("QuestionnaireResponse?subject=Patient/p1&_count=1").status())
                .isEqualTo(200);
        for (String search : new String[] {
            "QuestionnaireResponse?subject=Patient/p2&_count=1",
            "Patient?name=x",
            "QuestionnaireResponse?_count=1",
            "QuestionnaireResponse?subject=Patient/p1&x= y",
            "http://example.org/QuestionnaireResponse?subject=Patient/p1&"
        }) {
            int before = ehr.asked().size();
            assertThat(ask(search).status()).as(search).isEqualTo(422);
            assertThat(ehr.asked()).hasSize(before);
        }
    }

    @Test
    void nothing_is_kept_without_the_token_of_the_page() {
        assertThat(browser.sendJson("PUT", api(), EveningDiary.draft("mine"), "Sec-Fetch-Site", "same-origin")
                        .status())
                .isEqualTo(403);
        assertThat(writes()).isEmpty();
    }

    private void takes() {
        ehr.script("/public/fhir/QuestionnaireResponse/r1", WorksheetApiTest::taken);
        ehr.scriptBelow("/public/fhir/QuestionnaireResponse/", WorksheetApiTest::taken);
    }

    private static Answer taken(Asked asked) {
        return new Answer(
                200,
                Map.of("Content-Type", "application/fhir+json", "ETag", "W/\"8\""),
                asked.body()
                        .replaceFirst("\\{", "{\"meta\":{\"versionId\":\"8\"},")
                        .replaceFirst("\"meta\":\\{\"versionId\":\"7\"},", ""));
    }

    private String api() {
        return home + "api/worksheet/evening";
    }

    private Page put(String json, @Nullable String version) {
        return version == null
                ? browser.sendJson("PUT", api(), json, "Sec-Fetch-Site", "same-origin", "X-CSRF-TOKEN", token())
                : browser.sendJson(
                        "PUT",
                        api(),
                        json,
                        "Sec-Fetch-Site",
                        "same-origin",
                        "X-CSRF-TOKEN",
                        token(),
                        "If-Match",
                        version);
    }

    private Page ask(String search) {
        return browser.sendJson(
                "POST",
                api() + "/record",
                "{\"search\":\"" + search + "\"}",
                "Sec-Fetch-Site",
                "same-origin",
                "X-CSRF-TOKEN",
                token());
    }

    private String token() {
        Matcher token = Pattern.compile("data-token=\"([^\"]+)\"")
                .matcher(browser.get(home + "worksheet/evening").body());
        assertThat(token.find()).isTrue();
        return token.group(1);
    }

    /** What was written last. */
    private Asked written() {
        List<Asked> all = writes();
        return all.get(all.size() - 1);
    }

    private List<Asked> writes() {
        return ehr.asked().stream()
                .filter(asked -> asked.method().equals("PUT"))
                .toList();
    }
}
