package org.cbthomework.benchmark.server;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A made-up patient with twelve weeks of an evening diary that ended yesterday, and what goes over the wire about it.
 * The first eight evenings are written twice, the last eight not at all: as many responses as evenings, some of them extra.
 */
record Diary(int number) {

    static final int EVENINGS = 84;
    static final int TWICE = 8;
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final String QUESTIONNAIRE =
            "https://w3id.org/cbt-homework/fhir/Questionnaire/daily-anxiety-reflection|1.0.0";

    /** Whose word about times is believed. */
    static final String IMPORT = transaction(Stream.of(entry("Device/import", """
            {"resourceType": "Device", "id": "import"}""")));

    String patient() {
        return "Patient/bench-" + number;
    }

    String order() {
        return "ServiceRequest/bench-" + number + "-diary";
    }

    /** The patient and the assignment, and something else that a response may refer to. */
    String assigned() {
        return transaction(Stream.of(
                entry(patient(), """
                {"resourceType": "Patient", "id": "%s", "extension": [
                  {"url": "http://hl7.org/fhir/StructureDefinition/timezone", "valueCode": "%s"}]}""".formatted(id(patient()), BERLIN)),
                entry(order(), """
                {"resourceType": "ServiceRequest", "id": "%s", "status": "active", "intent": "order",
                  "extension": [{"url": "https://w3id.org/cbt-homework/fhir/StructureDefinition/worksheet",
                    "valueCanonical": "%s"}],
                  "subject": {"reference": "%s"},
                  "occurrenceTiming": {"repeat": {"boundsPeriod": {"start": "%s", "end": "%s"},
                    "frequency": 1, "period": 1, "periodUnit": "d", "timeOfDay": ["20:00:00"]}}}""".formatted(
                                id(order()), QUESTIONNAIRE, patient(), first(), first().plusDays(EVENINGS - 1L))),
                entry(other(), """
                {"resourceType": "Observation", "id": "%s", "status": "final", "subject": {"reference": "%s"},
                  "code": {"text": "Not about homework"}}""".formatted(id(other()), patient()))));
    }

    /** All responses, each with an id of the client's. */
    String history() {
        return transaction(IntStream.range(0, EVENINGS)
                .mapToObj(each -> entry(
                        "QuestionnaireResponse/bench-" + number + "-" + each,
                        response(
                                "bench-" + number + "-" + each,
                                evening(each),
                                LocalTime.of(20, each < TWICE ? 10 : 40)))));
    }

    /** One more response to the assignment, for an evening of the twelve weeks. */
    String homework(int evening) {
        return response(null, evening, LocalTime.of(20, 10));
    }

    /** The same response, with as many references, that is based on no homework. */
    String leftAlone(int evening) {
        return homework(evening).replace("\"basedOn\"", "\"partOf\"").replace(order(), other());
    }

    private String response(@Nullable String id, int evening, LocalTime at) {
        return """
                {"resourceType": "QuestionnaireResponse", %s"status": "completed",
                  "basedOn": [{"reference": "%s"}],
                  "questionnaire": "%s",
                  "subject": {"reference": "%s"}, "author": {"reference": "Device/import"}, "authored": "%s",
                  "item": [{"linkId": "anxiety-average", "answer": [{"valueInteger": 2}]},
                    {"linkId": "anxiety-peak", "answer": [{"valueInteger": 4}]}]}""".formatted(
                        id == null ? "" : "\"id\": \"" + id + "\", ",
                        order(),
                        QUESTIONNAIRE,
                        patient(),
                        first().plusDays(evening).atTime(at).atZone(BERLIN).toOffsetDateTime());
    }

    /** The evening of a response by its number: the first few are written a second time in place of the last. */
    private static int evening(int number) {
        return number < EVENINGS - TWICE ? number : number - (EVENINGS - TWICE);
    }

    private String other() {
        return "Observation/bench-" + number + "-something";
    }

    private static LocalDate first() {
        return LocalDate.now(BERLIN).minusDays(EVENINGS);
    }

    private static String id(String reference) {
        return reference.substring(reference.indexOf('/') + 1);
    }

    private static String entry(String reference, String resource) {
        return """
                {"resource": %s, "request": {"method": "PUT", "url": "%s"}}""".formatted(resource, reference);
    }

    private static String transaction(Stream<String> entries) {
        return entries.collect(
                joining(",", "{\"resourceType\": \"Bundle\", \"type\": \"transaction\", \"entry\": [", "]}"));
    }
}
