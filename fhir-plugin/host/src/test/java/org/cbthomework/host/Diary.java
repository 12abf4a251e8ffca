package org.cbthomework.host;

import java.time.Duration;

/** One evening of a diary, assigned to a patient of its own and done. */
record Diary(String patient, String assignment) {

    private static final String WORKSHEET =
            "https://w3id.org/cbt-homework/fhir/Questionnaire/daily-anxiety-reflection|1.0.0";

    private static final Duration WATCHDOG = Duration.ofSeconds(60);
    private static final Duration BETWEEN = Duration.ofMillis(200);

    /** Leaves every id and the zone to the host. */
    static Diary doneOn(Host host) {
        String clinician = host.created("Practitioner", "{\"resourceType\": \"Practitioner\"}");
        String patient = host.created("Patient", "{\"resourceType\": \"Patient\"}");
        String assignment = host.created("ServiceRequest", """
                {"resourceType": "ServiceRequest", "status": "active", "intent": "order",
                 "extension": [
                   {"url": "https://w3id.org/cbt-homework/fhir/StructureDefinition/worksheet", "valueCanonical": "%s"}],
                 "subject": {"reference": "%s"},
                 "occurrenceTiming": {"repeat": {"boundsPeriod": {"start": "2026-03-02", "end": "2026-03-02"},
                   "timeOfDay": ["20:00:00"]}}}
                """.formatted(WORKSHEET, patient));
        Diary diary = new Diary(patient, assignment);
        host.created("QuestionnaireResponse", diary.response(clinician, 4));
        return diary;
    }

    String response(String author, int peak) {
        return """
                {"resourceType": "QuestionnaireResponse", "status": "completed", "authored": "2026-03-02T20:10:00+01:00",
                 "basedOn": [{"reference": "%s"}], "questionnaire": "%s",
                 "subject": {"reference": "%s"}, "author": {"reference": "%s"},
                 "item": [{"linkId": "anxiety-average", "answer": [{"valueInteger": 2}]},
                          {"linkId": "anxiety-peak", "answer": [{"valueInteger": %d}]}]}
                """.formatted(assignment, WORKSHEET, patient, author, peak);
    }

    /** The Tasks that the host has of the patient, once one of them is of an evening that was done. */
    String published(Host host) throws InterruptedException {
        long end = System.nanoTime() + WATCHDOG.toNanos();
        String tasks = "";
        while (!tasks.contains("\"on-time\"") && System.nanoTime() < end) {
            Thread.sleep(BETWEEN.toMillis());
            tasks = host.get("/Task?patient=" + patient).body();
        }
        return tasks;
    }

    /** What the host answers when it is asked about the patient. */
    String adherence(Host host) {
        return host.get("/" + patient + "/$homework-adherence").body();
    }
}
