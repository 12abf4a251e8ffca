package org.cbthomework.launch.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.cbthomework.launch.harness.Answer;
import org.cbthomework.launch.harness.Page;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@Tag("server")
class TailorPagesTest extends AssigningFixture {

    private static final String TRANSLATED = """
            {"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/translation","extension":[
             {"url":"lang","valueCode":"es"},{"url":"content","valueString":"Palabras"}]}]}""";

    @BeforeEach
    void a_worksheet_has_items_of_every_kind() {
        granted(SCOPES.replace("user/Questionnaire.rs", "user/Questionnaire.crus"));
        records.with("""
                {"resourceType":"Questionnaire","id":"record","language":"en","status":"active","title":"Record","_title":%s,
                 "url":"https://example.org/Questionnaire/record","version":"2.0.0","purpose":"It helps",
                 "extension":[{"url":"%spatient-title","valueString":"Your record","_valueString":%s},
                  {"url":"%sreading-level","extension":[{"url":"language","valueCode":"es"}]}],
                 "item":[
                  {"linkId":"notice","type":"display","text":"Nobody is watching","extension":[{
                   "url":"http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl",
                   "valueCodeableConcept":{"coding":[{"code":"not-monitored"}]}}]},
                  {"linkId":"asked","type":"boolean","text":"Did it happen?","_text":%s},
                  {"linkId":"needed","type":"text","required":true,"text":"What was it?"},
                  {"linkId":"more","type":"text","text":"What else?",
                   "enableWhen":[{"question":"asked","operator":"=","answerBoolean":true}]}]}""".formatted(TRANSLATED, OURS, TRANSLATED, OURS, TRANSLATED));
        ehr.script(
                "/public/fhir/Questionnaire/$homework-check-worksheet",
                asked -> outcome("information", "It is inside"));
    }

    @Test
    void what_is_made_is_a_worksheet_of_its_own_that_says_what_it_was_made_of() {
        Page done = tailor(Map.of("title", "Record of the bus", "text-needed", "What came on the bus?", "out", "more"));

        assertThat(done.status()).as(done.body()).isEqualTo(302);
        JsonNode made = made();
        assertThat(done.location()).endsWith("/assign/" + made.path("id").asString());
        assertThat(made.path("status").asString()).isEqualTo("active");
        assertThat(made.at("/derivedFrom/0").asString()).isEqualTo("https://example.org/Questionnaire/record|2.0.0");
        assertThat(made.path("url").asString())
                .isEqualTo(ehr.issuer("public") + "/Questionnaire/"
                        + made.path("id").asString());
        assertThat(made.path("title").asString()).isEqualTo("Record of the bus");
        assertThat(made.path("item").size()).isEqualTo(3);
        assertThat(made.at("/item/0/text").asString()).isEqualTo("Nobody is watching");
        assertThat(made.at("/item/2/text").asString()).isEqualTo("What came on the bus?");
        assertThat(made.toString())
                .as("one language")
                .doesNotContain("translation")
                .doesNotContain("reading-level");
        assertThat(records.all("Questionnaire"))
                .anySatisfy(each -> assertThat(each.at("/title").asString()).isEqualTo("Record"));
        assertThat(browser.get(done.location()).body()).contains("Record of the bus");
    }

    @Test
    void what_is_about_safety_what_is_required_and_what_others_go_by_stays() {
        String page = browser.get(browser.open(ehr, "public").location() + "assign/record/tailor")
                .body();

        assertThat(page).doesNotContain("Nobody is watching").contains("name=\"text-asked\"");
        assertThat(page).contains("name=\"out\" value=\"more\"").doesNotContain("value=\"asked\"", "value=\"needed\"");
        assertThat(tailor(Map.of("out", "needed")).status()).isEqualTo(302);
        assertThat(made().path("item").size()).isEqualTo(4);
    }

    @Test
    void what_the_server_says_against_it_comes_back_with_all_that_was_written_and_nothing_is_stored() {
        ehr.script(
                "/public/fhir/Questionnaire/$homework-check-worksheet",
                asked -> outcome("error", "The item needed has no text; give one"));

        Page refused = tailor(Map.of("text-needed", "Other words"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("The item needed has no text; give one", "Other words");
        assertThat(ehr.asked()).noneMatch(asked -> asked.method().equals("PUT"));
    }

    @Test
    void an_empty_text_is_told_at_its_field() {
        Page page = tailor(Map.of("title", "", "text-needed", " "));

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains("href=\"#plan-title\"", "href=\"#plan-text-needed\"", "Write something here");
    }

    @Test
    void it_is_made_in_the_language_that_the_patient_reads() {
        ehr.script(
                "/public/fhir/Patient/p1",
                asked -> Answer.fhir("{\"resourceType\":\"Patient\",\"id\":\"p1\",\"communication\":[{\"language\":"
                        + "{\"coding\":[{\"code\":\"es-MX\"}]},\"preferred\":true}]}"));

        tailor(Map.of());

        assertThat(made().path("language").asString()).isEqualTo("es");
        assertThat(made().at("/item/1/text").asString()).isEqualTo("Palabras");
        assertThat(made().path("title").asString()).isEqualTo("Palabras");
        assertThat(made().at("/extension/0/valueString").asString()).isEqualTo("Palabras");
    }

    @Test
    void a_standard_measure_is_not_tailored_and_without_the_scope_nothing_is() {
        records.with(worksheet("phq", "Measure", "standard-measure", "depression", 3, "Nine items"));
        String chart = browser.open(ehr, "public").location();

        assertThat(browser.get(chart + "assign/phq").body()).doesNotContain("/tailor");
        assertThat(browser.get(chart + "assign/phq/tailor").status()).isEqualTo(404);
        assertThat(browser.get(chart + "assign/record").body()).contains("/assign/record/tailor");
        granted(SCOPES);
        String other = browser.open(ehr, "public").location();
        assertThat(browser.get(other + "assign/record").body()).doesNotContain("/tailor");
        assertThat(browser.get(other + "assign/record/tailor").status()).isEqualTo(403);
    }

    private Page tailor(Map<String, String> changes) {
        String address = browser.open(ehr, "public").location() + "assign/record/tailor";
        Page page = browser.get(address);
        assertThat(page.status()).as(page.body()).isEqualTo(200);
        Map<String, String> form =
                new LinkedHashMap<>(Map.of("_csrf", page.hidden("_csrf"), "key", page.hidden("key")));
        for (String field : new String[] {"title", "patient-title", "text-asked", "text-needed", "text-more"}) {
            form.put(field, found("name=\"" + field + "\"[^>]*value=\"([^\"]*)\"", page.body()));
        }
        form.putAll(changes);
        return post(address, form);
    }

    private JsonNode made() {
        return records.all("Questionnaire").stream()
                .filter(each -> each.has("derivedFrom"))
                .findFirst()
                .orElseThrow();
    }

    private static Answer outcome(String severity, String text) {
        return Answer.fhir("{\"resourceType\":\"OperationOutcome\",\"issue\":[{\"severity\":\"" + severity
                + "\",\"code\":\"informational\",\"details\":{\"text\":\"" + text + "\"}}]}");
    }
}
