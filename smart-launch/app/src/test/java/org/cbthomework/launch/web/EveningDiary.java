package org.cbthomework.launch.web;

/** An occasion of an evening, its worksheet with one question, and answers to it, as servers and browsers send them. */
final class EveningDiary {

    static final String WORKSHEET = """
            {"resourceType":"Questionnaire","id":"diary","url":"https://example.org/Questionnaire/diary",
             "version":"1","status":"active","item":[{"linkId":"thought","type":"string"}]}""";

    private EveningDiary() {}

    static String task(String patient) {
        return """
                {"resourceType":"Task","id":"evening","status":"ready","intent":"order","for":{"reference":"Patient/%s"},
                 "basedOn":[{"reference":"ServiceRequest/order"}],
                 "input":[{"type":{"text":"questionnaire"},"valueCanonical":"https://example.org/Questionnaire/diary|1"}]}""".formatted(patient);
    }

    /** A draft that the browser sends. */
    static String draft(String thought) {
        return """
                {"resourceType":"QuestionnaireResponse","status":"in-progress","authored":"2026-03-02T20:10:00+01:00",
                 "item":[{"linkId":"thought","answer":[{"valueString":"%s"}]}]}""".formatted(thought);
    }

    /** A response that is stored. */
    static String stored(String version, String status, String thought) {
        return draft(thought)
                .replace("in-progress", status)
                .replaceFirst(
                        "\\{",
                        "{\"id\":\"r1\",\"meta\":{\"versionId\":\"" + version
                                + "\",\"lastUpdated\":\"2026-03-02T19:10:00Z\"},");
    }
}
