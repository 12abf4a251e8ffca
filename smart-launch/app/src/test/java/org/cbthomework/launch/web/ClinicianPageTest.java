package org.cbthomework.launch.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.regex.Pattern;
import org.cbthomework.launch.harness.Answer;
import org.cbthomework.launch.harness.Asked;
import org.cbthomework.launch.harness.Browser;
import org.cbthomework.launch.harness.FakeEhr;
import org.cbthomework.launch.harness.Page;
import org.cbthomework.launch.harness.RunningApp;
import org.cbthomework.launch.homework.SmallForms;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("server")
class ClinicianPageTest {

    private final RunningApp app = RunningApp.shared();
    private final FakeEhr ehr = RunningApp.EHR;
    private final Browser browser = app.browser();

    @BeforeEach
    void a_practitioner_opens_a_chart() {
        ehr.identify(request ->
                ehr.idToken(request, claims -> claims.claim("fhirUser", request.get("aud") + "/Practitioner/pr1")));
        ehr.script("/public/fhir/Patient/p1/$homework-adherence", asked -> Answer.fhir(lately(file("adherence.json"))));
        ehr.script("/public/fhir/ServiceRequest", asked -> Answer.fhir(file("assignments.json")));
        ehr.script("/public/fhir/Questionnaire", ClinicianPageTest::worksheet);
    }

    @Test
    void each_assignment_is_told_by_itself_those_that_ended_last() {
        String page = chart().body();

        assertThat(page).containsSubsequence("Worksheet diary", "Worksheet log", "Worksheet steps", "Ended");
        assertThat(page.split("class=\"ribbon\"", -1)).as("focal ones").hasSize(2);
        assertThat(page.indexOf("class=\"ribbon\"")).isLessThan(page.indexOf("Worksheet diary"));
    }

    @Test
    void a_diary_tells_first_what_was_logged_in_time() {
        assertThat(words(job("diary"))).contains("logged in time 6 of 9 (67 %) done 8 of 9 (89 %)");
    }

    @Test
    void nothing_due_is_no_percentage_and_a_log_has_entries_and_days() {
        assertThat(words(job("steps"))).contains("done nothing due yet").doesNotContain("%", "0 of 0");
        assertThat(words(job("log")))
                .contains("entries, no number agreed 12", "days heard from 6 of 7")
                .doesNotContain("%");
    }

    @Test
    void an_occasion_belongs_to_the_week_in_which_it_opens_and_to_its_own_assignment() {
        String diary = words(job("diary"));

        assertThat(diary).contains("Done 7 of 7 1 so far").containsSubsequence("on time", "logged later", "not done");
        assertThat(job("diary")).doesNotContain("g excused");
    }

    @Test
    void one_question_to_the_server_tells_all_of_it() {
        chart();

        assertThat(ehr.asked("$homework-adherence"))
                .singleElement()
                .satisfies(asked -> assertThat(asked.uri().getQuery()).contains("occasions=true", "weeks=true"));
    }

    @Test
    void what_a_patient_says_of_homework_is_told_apart_from_what_was_done() {
        ehr.script(
                "/public/fhir/ServiceRequest",
                asked -> Answer.fhir(
                        file("assignments.json").replaceFirst("(\"id\": \"diary\",[^\\[]*\\[)", "$1" + """
                        {"url": "https://w3id.org/cbt-homework/fhir/StructureDefinition/agreement-answer",
                         "extension": [{"url": "answer", "valueCode": "change"},
                          {"url": "at", "valueInstant": "2026-03-02T10:00:00Z"},
                          {"url": "words", "valueString": "Twice a week"}]},""")));
        ehr.script(
                "/public/fhir/QuestionnaireResponse",
                asked -> Answer.searchset(
                        response("said-hard", SmallForms.OBSTACLES, "diary"),
                        response("said-no", SmallForms.AGREEMENT, "diary"),
                        response("done", "https://example.org/Questionnaire/diary", "diary")));

        String diary = job("diary");

        assertThat(words(diary)).contains("The patient asks for a change. Twice a week");
        assertThat(diary)
                .containsSubsequence("Handed in", "/response/done", "What makes it hard", "/response/said-hard")
                .doesNotContain("said-no");
        assertThat(diary.split("/response/", -1)).as("links to responses").hasSize(3);
        assertThat(job("log")).doesNotContain("What makes it hard", "asks for a change");
    }

    @Test
    void responses_to_the_order_that_was_replaced_belong_to_the_same_homework() {
        ehr.script(
                "/public/fhir/ServiceRequest",
                asked -> Answer.fhir(file("assignments.json")
                        .replaceFirst(
                                "(\"id\": \"diary\",)",
                                "$1 \"replaces\": [{\"reference\": \"ServiceRequest/before\"}],")
                        .replaceFirst("\"entry\": \\[", "\"entry\": [" + """
                        {"resource": {"resourceType": "ServiceRequest", "id": "before", "status": "completed",
                          "intent": "order", "extension": [
                           {"url": "https://w3id.org/cbt-homework/fhir/StructureDefinition/worksheet",
                            "valueCanonical": "https://example.org/Questionnaire/diary|1"}]}},""")));
        ehr.script(
                "/public/fhir/QuestionnaireResponse",
                asked -> Answer.searchset(
                        response("then", "https://example.org/Questionnaire/diary", "before"),
                        response("now", "https://example.org/Questionnaire/diary", "diary")));

        assertThat(job("diary")).contains("/response/now", "/response/then");
    }

    private static String response(String id, String questionnaire, String order) {
        return """
                {"resourceType": "QuestionnaireResponse", "id": "%s", "status": "completed",
                 "questionnaire": "%s|1.0.0", "authored": "2026-03-02T20:10:00+01:00",
                 "subject": {"reference": "Patient/p1"}, "basedOn": [{"reference": "ServiceRequest/%s"}]}""".formatted(id, questionnaire, order);
    }

    private Page chart() {
        Page page = browser.get(browser.open(ehr, "public").location());
        assertThat(page.status()).as(page.body()).isEqualTo(200);
        return page;
    }

    private String job(String worksheet) {
        for (String job : chart().body().split("<article", -1)) {
            if (job.contains("Worksheet " + worksheet)) {
                return job.substring(0, job.indexOf("</article>"));
            }
        }
        throw new AssertionError(worksheet);
    }

    private static String words(String html) {
        return html.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
    }

    private static Answer worksheet(Asked asked) {
        String id = String.valueOf(asked.uri().getQuery())
                .replaceFirst(".*/Questionnaire/", "")
                .replaceFirst("[^a-z].*", "");
        return Answer.fhir("{\"resourceType\":\"Bundle\",\"type\":\"searchset\",\"entry\":[{\"resource\":"
                + "{\"resourceType\":\"Questionnaire\",\"title\":\"Worksheet " + id + "\",\"status\":\"active\"}}]}");
    }

    /** The same days of the week, not long ago: weeks of long ago are not shown. */
    private static String lately(String json) {
        LocalDate written = LocalDate.of(2026, 3, 2);
        LocalDate first = LocalDate.now(ZoneOffset.UTC).minusDays(21);
        return Pattern.compile("2026-03-\\d\\d")
                .matcher(json)
                .replaceAll(day -> first.plusDays(ChronoUnit.DAYS.between(written, LocalDate.parse(day.group())))
                        .toString());
    }

    private static String file(String name) {
        try (InputStream json = Objects.requireNonNull(ClinicianPageTest.class.getResourceAsStream(name), name)) {
            return new String(json.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
