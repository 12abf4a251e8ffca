package org.cbthomework.launch.web;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.cbthomework.launch.harness.Answer;
import org.cbthomework.launch.harness.Asked;
import org.cbthomework.launch.harness.FakeEhr;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Homework of the patient in Tokyo whom the fake EHR knows, as it would tell of it; it keeps what is put there. */
final class PatientsHomework {

    private static final String BASE = "https://w3id.org/cbt-homework/fhir/StructureDefinition/";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    final Map<String, String> kept = new ConcurrentHashMap<>();
    private List<String> tasks = List.of();
    private List<String> orders = List.of();

    PatientsHomework(FakeEhr ehr) {
        ehr.script("/public/fhir/Task", asked -> Answer.searchset(tasks));
        ehr.script("/public/fhir/ServiceRequest", asked -> Answer.searchset(orders));
        ehr.script("/public/fhir/Questionnaire", asked -> Answer.searchset(WORKSHEET));
        ehr.script("/public/fhir/QuestionnaireResponse", asked -> Answer.searchset(found(asked)));
        ehr.scriptBelow("/public/fhir/QuestionnaireResponse/", asked -> {
            kept.put(asked.path().replaceFirst(".*/", ""), asked.body());
            return Answer.fhir(asked.body());
        });
    }

    /** The day on the patient's wall. */
    static LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Tokyo"));
    }

    PatientsHomework tasks(String... all) {
        tasks = List.of(all);
        return this;
    }

    PatientsHomework orders(String... all) {
        orders = List.of(all);
        return this;
    }

    /** What was asked for to be stored. */
    List<Asked> puts(FakeEhr ehr) {
        return ehr.asked().stream()
                .filter(asked -> asked.method().equals("PUT"))
                .toList();
    }

    /** The one response that was put. */
    JsonNode only() {
        if (kept.size() != 1) {
            throw new AssertionError(kept.size() + " responses: " + kept);
        }
        return JSON.readTree(kept.values().iterator().next());
    }

    private List<String> found(Asked asked) {
        String query = String.valueOf(asked.uri().getQuery());
        return query.contains("_id=")
                ? kept.entrySet().stream()
                        .filter(each -> query.contains(each.getKey()))
                        .map(each -> each.getValue().replaceFirst("\\{", "{\"meta\":{\"versionId\":\"1\"},"))
                        .toList()
                : List.copyOf(kept.values());
    }

    /** A Task of an order, open from the start of one day to the end of another. */
    static String task(String id, String order, String status, LocalDate first, LocalDate last) {
        ZoneId zone = ZoneId.of("Asia/Tokyo");
        return """
                {"resourceType":"Task","id":"%s","status":"%s","intent":"order","for":{"reference":"Patient/p1"},
                "basedOn":[{"reference":"ServiceRequest/%s"}],
                "restriction":{"period":{"start":"%s","end":"%s"}},
                "input":[{"type":{"text":"questionnaire"},"valueCanonical":"https://example.org/Questionnaire/diary|1"}]}""".formatted(
                        id,
                        status,
                        order,
                        first.atStartOfDay(zone).toOffsetDateTime(),
                        last.plusDays(1).atStartOfDay(zone).toOffsetDateTime());
    }

    /** An order with more of it, as JSON that ends in a comma. */
    static String order(String id, String extensions, String more) {
        return """
                {"resourceType":"ServiceRequest","id":"%s","status":"active","intent":"order",%s
                "subject":{"reference":"Patient/p1"},
                "extension":[{"url":"%sworksheet","valueCanonical":"https://example.org/Questionnaire/diary|1"}%s]}""".formatted(id, more, BASE, extensions);
    }

    static String extension(String name, String value) {
        return ",{\"url\":\"" + BASE + name + "\"," + value + "}";
    }

    private static final String WORKSHEET = """
            {"resourceType":"Questionnaire","id":"diary","url":"https://example.org/Questionnaire/diary","version":"1",
            "status":"active","title":"Diary for clinicians","purpose":"It shows what helps.",
            "extension":[{"url":"%1$sestimated-minutes","valuePositiveInt":3},
            {"url":"%1$spatient-title","valueString":"Evening diary","_valueString":{"extension":[
            {"url":"http://hl7.org/fhir/StructureDefinition/translation","extension":[
            {"url":"lang","valueCode":"es"},{"url":"content","valueString":"Diario de la noche"}]}]}}],
            "item":[{"linkId":"thought","type":"string"}]}""".formatted(BASE);
}
