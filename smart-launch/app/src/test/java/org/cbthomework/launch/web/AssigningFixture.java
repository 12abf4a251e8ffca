package org.cbthomework.launch.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.cbthomework.launch.harness.Browser;
import org.cbthomework.launch.harness.FakeEhr;
import org.cbthomework.launch.harness.Page;
import org.cbthomework.launch.harness.Records;
import org.cbthomework.launch.harness.RunningApp;
import org.junit.jupiter.api.BeforeEach;
import tools.jackson.databind.JsonNode;

/** A chart that a practitioner has open, a small library, and the form of a plan as a browser would send it. */
abstract class AssigningFixture {

    static final String OURS = "https://w3id.org/cbt-homework/fhir/StructureDefinition/";
    static final String SCOPES = "launch openid fhirUser user/Patient.rs user/Questionnaire.rs"
            + " user/ActivityDefinition.rs user/Task.rs user/ServiceRequest.crus user/CarePlan.crus user/Observation.rs";
    static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    static final String GOAL = """
            {"resourceType":"Goal","id":"sing","lifecycleStatus":"active",
             "description":{"text":"sing in the choir"},"subject":{"reference":"Patient/p1"}}""";

    final RunningApp app = RunningApp.shared();
    final FakeEhr ehr = RunningApp.EHR;
    final Browser browser = app.browser();
    final Records records = new Records();

    @BeforeEach
    void a_practitioner_opens_a_chart() {
        ehr.identify(request ->
                ehr.idToken(request, claims -> claims.claim("fhirUser", request.get("aud") + "/Practitioner/pr1")));
        granted(SCOPES + " user/Goal.crus");
        ehr.scriptBelow("/public/fhir/ServiceRequest", records::answer);
        ehr.scriptBelow("/public/fhir/CarePlan", records::answer);
        ehr.scriptBelow("/public/fhir/Goal", records::answer);
        ehr.scriptBelow("/public/fhir/Questionnaire", records::answer);
        ehr.scriptBelow("/public/fhir/ActivityDefinition", records::answer);
        records.with(worksheet("diary", "Evening diary", "self-assessment", "depression", 5, "Tells how the day was"))
                .with(worksheet("pause", "Short pause", "modality-specific", "stress", 3, "Breathing"))
                .with(usual("diary", "{\"frequency\":3,\"period\":1,\"periodUnit\":\"wk\"}"))
                .with(usual(
                        "pause", "{\"frequency\":1,\"period\":1,\"periodUnit\":\"d\",\"timeOfDay\":[\"20:00:00\"]}"))
                .with("""
                {"resourceType":"CarePlan","id":"plan","status":"active","intent":"plan","subject":{"reference":"Patient/p1"}}""");
    }

    void granted(String scopes) {
        ehr.grant(granted -> granted.put("scope", scopes));
    }

    Page plan(String worksheet) {
        Page page = browser.get(browser.open(ehr, "public").location() + "assign/" + worksheet);
        assertThat(page.status()).as(page.body()).isEqualTo(200);
        return page;
    }

    /** Opens the form as it is prefilled, changes some fields, and sends it. */
    Page assign(String worksheet, Map<String, String> changes) {
        String address = browser.open(ehr, "public").location() + "assign/" + worksheet;
        return post(address, form(browser.get(address), changes));
    }

    Page post(String address, Map<String, String> form) {
        String encoded = form.entrySet().stream()
                .flatMap(each -> (each.getKey().equals("day")
                                ? List.of(each.getValue().split(" "))
                                : List.of(each.getValue()))
                        .stream().map(value -> each.getKey() + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)))
                .collect(Collectors.joining("&"));
        return browser.postRaw(address, encoded, "Sec-Fetch-Site", "same-origin");
    }

    String token(String chart) {
        return browser.get(chart).hidden("_csrf");
    }

    /** What a browser would send of the form, with changes. */
    static Map<String, String> form(Page page, Map<String, String> changes) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("_csrf", page.hidden("_csrf"));
        form.put("key", page.hidden("key"));
        checked(page.body()).forEach(each -> {
            String[] parts = each.split(" ", 2);
            form.merge(parts[0], parts[1], (one, other) -> one + " " + other);
        });
        for (String field : List.of("why", "note")) {
            form.put(field, found("name=\"" + field + "\"[^>]*>([^<]*)</textarea>", page.body()));
        }
        for (String field : List.of("start", "clock", "if", "then")) {
            form.put(field, found("name=\"" + field + "\"[^>]*value=\"([^\"]*)\"", page.body()));
        }
        for (String field : List.of("goal", "time", "weeks")) {
            String select = found("name=\"" + field + "\"(.*?)</select>", page.body());
            form.put(field, select.contains("selected=") ? found("value=\"([^\"]*)\"[^>]*selected=", select) : "");
        }
        form.putAll(changes);
        return form;
    }

    static List<String> checked(String body) {
        return Pattern.compile("<input[^>]*checked=\"checked\"[^>]*>")
                .matcher(body)
                .results()
                .map(each -> found("name=\"([^\"]*)\"", each.group()) + " " + found("value=\"([^\"]*)\"", each.group()))
                .toList();
    }

    static String found(String pattern, String text) {
        Matcher found = Pattern.compile(pattern, Pattern.DOTALL).matcher(text);
        return found.find() ? found.group(1) : "";
    }

    List<String> shown(String chart, String query) {
        Page page = browser.get(chart + "assign" + query);
        assertThat(page.status()).as(page.body()).isEqualTo(200);
        return Pattern.compile("<li><a [^>]*><b>([^<]*)</b>")
                .matcher(page.body())
                .results()
                .map(each -> each.group(1))
                .toList();
    }

    JsonNode stored() {
        assertThat(records.all("ServiceRequest")).hasSize(1);
        return records.all("ServiceRequest").get(0);
    }

    static JsonNode ours(JsonNode order, String name) {
        return extension(order, OURS + name);
    }

    static JsonNode goal(JsonNode order) {
        return extension(order, "http://hl7.org/fhir/StructureDefinition/resource-pertainsToGoal")
                .path("valueReference");
    }

    static JsonNode extension(JsonNode order, String url) {
        for (JsonNode each : order.path("extension")) {
            if (each.path("url").asString().equals(url)) {
                return each;
            }
        }
        return order.path("nothing");
    }

    /** The fields of a repeat but its bounds, in whichever order. */
    static Map<String, String> fields(String json) {
        Map<String, String> fields = new LinkedHashMap<>();
        tools.jackson.databind.json.JsonMapper.builder()
                .build()
                .readTree(json)
                .properties()
                .forEach(each -> fields.put(each.getKey(), each.getValue().toString()));
        fields.remove("boundsPeriod");
        return fields;
    }

    static String order(String id, String worksheet, String repeat, String status, boolean isFocal) {
        return """
                {"resourceType":"ServiceRequest","id":"%s","status":"%s","intent":"order","subject":{"reference":"Patient/p1"},
                 "authoredOn":"2026-01-05T10:00:00+01:00","occurrenceTiming":{"repeat":%s},
                 "reasonCode":[{"text":"as we said then"}],
                 "extension":[{"url":"%sworksheet","valueCanonical":"https://example.org/Questionnaire/%s|1.0.0"},
                              {"url":"%sfocal","valueBoolean":%s}]}""".formatted(id, status, repeat, OURS, worksheet, OURS, isFocal);
    }

    static String usual(String id, String repeat) {
        return """
                {"resourceType":"ActivityDefinition","id":"%s","language":"en","status":"active",
                 "url":"https://example.org/ActivityDefinition/%s","version":"1.0.0","purpose":"It helps, %s.",
                 "_purpose":{"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/translation",
                  "extension":[{"url":"lang","valueCode":"es"},{"url":"content","valueString":"Ayuda, %s."}]}]},
                 "relatedArtifact":[{"type":"depends-on","resource":"https://example.org/Questionnaire/%s|1.0.0"}],
                 "timingTiming":{"repeat":%s}}""".formatted(id, id, id, id, id, repeat);
    }

    static String worksheet(String id, String title, String kind, String concern, int minutes, String about) {
        return """
                {"resourceType":"Questionnaire","id":"%s","language":"en","status":"active","title":"%s",
                 "_title":{"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/translation",
                  "extension":[{"url":"lang","valueCode":"es"},{"url":"content","valueString":"Diario de la noche"}]}]},
                 "url":"https://example.org/Questionnaire/%s","version":"1.0.0","description":"%s",
                 "extension":[{"url":"%sestimated-minutes","valuePositiveInt":%d},
                  {"url":"%sreading-level","extension":[{"url":"language","valueCode":"es"}]}],
                 "useContext":[{"code":{"code":"kind"},"valueCodeableConcept":{"coding":[{"code":"%s"}]}},
                  {"code":{"code":"focus"},"valueCodeableConcept":{"coding":[{"code":"%s","display":"%s"}]}},
                  {"code":{"code":"stage"},"valueCodeableConcept":{"coding":[{"code":"early"}]}}]}""".formatted(id, title, id, about, OURS, minutes, OURS, kind, concern, concern);
    }
}
