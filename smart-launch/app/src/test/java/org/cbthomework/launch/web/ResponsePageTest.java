package org.cbthomework.launch.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.cbthomework.launch.harness.Answer;
import org.cbthomework.launch.harness.Browser;
import org.cbthomework.launch.harness.FakeEhr;
import org.cbthomework.launch.harness.Page;
import org.cbthomework.launch.harness.RunningApp;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("server")
class ResponsePageTest {

    private static final String WORKSHEET = """
            {"resourceType":"Questionnaire","url":"https://example.org/Questionnaire/diary","version":"1","status":"active",
             "title":"Diary","item":[
              {"linkId":"fear","type":"integer","text":"How much fear?","extension":[
               {"url":"http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl","valueCodeableConcept":
                {"coding":[{"system":"http://hl7.org/fhir/questionnaire-item-control","code":"slider"}]}},
               {"url":"http://hl7.org/fhir/StructureDefinition/minValue","valueInteger":0},
               {"url":"http://hl7.org/fhir/StructureDefinition/maxValue","valueInteger":10}]},
              {"linkId":"what","type":"text","text":"What happened?"},
              {"linkId":"left","type":"text","text":"What did you leave out?"},
              {"linkId":"high","type":"text","text":"What helped?","enableWhen":[
               {"question":"fear","operator":">=","answerInteger":8}]},
              {"linkId":"walks","type":"group","repeats":true,"text":"Walk","item":[
               {"linkId":"where","type":"string","text":"Where?"}]},
              {"linkId":"picture","type":"attachment","text":"Draw it"},
              {"linkId":"score","type":"integer","text":"Sum","extension":[
               {"url":"http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression",
                "valueExpression":{"language":"text/fhirpath","expression":"1+1"}}]}]}""";

    private final FakeEhr ehr = RunningApp.EHR;
    private final Browser browser = RunningApp.shared().browser();

    @BeforeEach
    void a_practitioner_opens_a_chart() {
        ehr.identify(request ->
                ehr.idToken(request, claims -> claims.claim("fhirUser", request.get("aud") + "/Practitioner/pr1")));
        ehr.script("/public/fhir/Questionnaire", asked -> Answer.searchset(WORKSHEET));
        String late = response("late", "completed", "p1", "2026-03-11T08:40:00+01:00", items(7, "<b>I rang</b>"));
        String early = response("early", "completed", "p1", "2026-03-05T20:00:00+01:00", items(9, "I ran"));
        store("late", late);
        store("early", early);
        store("draft", response("draft", "in-progress", "p1", "2026-03-12T08:40:00+01:00", items(1, "not yet")));
        store("other", response("other", "completed", "p2", "2026-03-12T08:40:00+01:00", items(1, "of another")));
        ehr.script("/public/fhir/QuestionnaireResponse", asked -> Answer.searchset(late, early));
        ehr.script(
                "/public/fhir/Task",
                asked -> Answer.searchset(
                        asked.uri().getQuery().contains("late")
                                ? "{\"resourceType\":\"Task\",\"id\":\"t1\",\"status\":\"completed\",\"intent\":\"order\","
                                        + "\"businessStatus\":{\"coding\":[{\"code\":\"back-filled\"}]},\"restriction\":{\"period\":"
                                        + "{\"start\":\"2026-03-10T17:00:00+09:00\",\"end\":\"2026-03-11T00:00:00+09:00\"}},"
                                        + "\"output\":[{\"type\":{\"text\":\"response\"},\"valueReference\":"
                                        + "{\"reference\":\"QuestionnaireResponse/late\"}}]}"
                                : ""));
    }

    @Test
    void answers_stand_beside_the_questions_and_beside_those_of_the_last_time() {
        String page = words(read("late").body());

        assertThat(page)
                .contains("Wed 11 Mar 2026, 08:40", "for Tue 10 Mar 2026, logged later")
                .contains("How much fear? 7 of 10 9 of 10", "What happened? &lt;b&gt;I rang&lt;/b&gt; I ran")
                .contains("What did you leave out? no answer no answer", "What helped? not asked no answer")
                .contains("Walk 1 Where? park park Walk 2 Where? lake lake", "Sum calculated 2 2");
    }

    @Test
    void words_of_a_patient_are_never_markup_and_say_their_language() {
        assertThat(read("late").body())
                .contains("lang=\"es\">&lt;b&gt;I rang&lt;/b&gt;</p>")
                .doesNotContain("<b>I rang</b>");
    }

    @Test
    void it_can_be_read_by_itself_or_beside_another() {
        assertThat(words(read("late?beside=none").body()))
                .doesNotContain("I ran ")
                .contains("I rang");
        assertThat(words(read("early?beside=late").body())).contains("What happened? I ran &lt;b&gt;I rang");
    }

    @Test
    void a_draft_one_of_another_patient_and_none_are_one_answer() {
        ehr.script("/public/fhir/QuestionnaireResponse/none", asked -> Answer.status(403));
        Page none = read("none");

        assertThat(none.status()).isEqualTo(404);
        assertThat(read("draft").body()).isEqualTo(none.body());
        assertThat(read("other").body()).isEqualTo(none.body());
        assertThat(read("other/kept/0").status()).isEqualTo(404);
    }

    @Test
    void a_patient_does_not_read_here() {
        ehr.identify(request -> ehr.idToken(request, claims -> {}));

        assertThat(read("late").status()).isEqualTo(404);
    }

    @Test
    void a_drawing_is_served_from_here_as_the_type_it_is_and_as_no_other() {
        Page picture = read("late/kept/0");

        assertThat(picture.status()).isEqualTo(200);
        assertThat(picture.header("Content-Type")).isEqualTo("image/png");
        assertThat(picture.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(picture.header("Content-Security-Policy")).contains("default-src 'none'");
        assertThat(picture.header("Cache-Control")).contains("no-store");
        assertThat(read("late").body()).contains("/response/late/kept/0", "alt=\"Picture by the patient: Draw it\"");
    }

    @Test
    void what_could_run_in_a_browser_is_not_served() {
        store(
                "late",
                response(
                        "late",
                        "completed",
                        "p1",
                        "2026-03-11T08:40:00+01:00",
                        items(7, "x").replace("image/png", "image/svg+xml")));

        assertThat(read("late/kept/0").status()).isEqualTo(404);
        assertThat(read("late?beside=none").body())
                .contains("a kind that is not shown here")
                .doesNotContain("/kept/0");
    }

    private Page read(String path) {
        return browser.get(browser.open(ehr, "public").location() + "response/" + path);
    }

    private void store(String id, String response) {
        ehr.script("/public/fhir/QuestionnaireResponse/" + id, asked -> Answer.fhir(response));
    }

    private static String response(String id, String status, String patient, String authored, String items) {
        return "{\"resourceType\":\"QuestionnaireResponse\",\"id\":\"" + id + "\",\"language\":\"es\",\"status\":\""
                + status
                + "\",\"questionnaire\":\"https://example.org/Questionnaire/diary|1\",\"subject\":{\"reference\":\"Patient/"
                + patient + "\"},\"authored\":\"" + authored + "\",\"item\":" + items + "}";
    }

    private static String items(int fear, String what) {
        return "[{\"linkId\":\"fear\",\"answer\":[{\"valueInteger\":" + fear + "}]},{\"linkId\":\"what\",\"answer\":[{"
                + "\"valueString\":\"" + what
                + "\"}]},{\"linkId\":\"walks\",\"item\":[{\"linkId\":\"where\",\"answer\":[{"
                + "\"valueString\":\"park\"}]}]},{\"linkId\":\"walks\",\"item\":[{\"linkId\":\"where\",\"answer\":[{"
                + "\"valueString\":\"lake\"}]}]},{\"linkId\":\"picture\",\"answer\":[{\"valueAttachment\":{\"contentType\":"
                + "\"image/png\",\"data\":\"iVBORw0KGgo=\"}}]},{\"linkId\":\"score\",\"answer\":[{\"valueInteger\":2}]}]";
    }

    private static String words(String html) {
        return html.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
    }
}
