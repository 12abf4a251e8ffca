package org.cbthomework.demo.homework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.cbthomework.demo.harness.FhirHttp;
import org.cbthomework.demo.harness.FhirHttp.Reply;
import org.cbthomework.demo.harness.Fixture;
import org.hl7.fhir.r4.model.Bundle;

/** A patient of a test's own, in Berlin, with a diary for each evening of 2 to 8 March 2026. */
public final class Case {

    final String patient = "p-" + UUID.randomUUID().toString().substring(0, 12);
    final String assignment = "a-" + patient;
    private final FhirHttp ehr;

    private Case(FhirHttp ehr) {
        this.ehr = ehr;
    }

    static Case admitted(FhirHttp ehr) {
        Case admitted = new Case(ehr);
        stored(ehr.put("/Practitioner/clinician", fixture("clinician").json()));
        String patient = fixture("patient")
                .with("id", admitted.patient)
                .with("zone", "Europe/Berlin")
                .json();
        stored(ehr.put("/Patient/" + admitted.patient, patient));
        return admitted;
    }

    static Case assigned(FhirHttp ehr) {
        Case assigned = admitted(ehr);
        stored(ehr.put("/ServiceRequest/" + assigned.assignment, assigned.order()));
        return assigned;
    }

    /** With a response stored in the same transaction: nothing is published of the one without the other. */
    static Case assignedAndDone(FhirHttp ehr, String id, String authored) {
        Case assigned = admitted(ehr);
        String order = "ServiceRequest/" + assigned.assignment;
        stored(ehr.post("/", """
                {"resourceType": "Bundle", "type": "transaction", "entry": [
                 {"resource": %s, "request": {"method": "PUT", "url": "%s"}},
                 {"resource": %s, "request": {"method": "PUT", "url": "QuestionnaireResponse/%s"}}]}
                """.formatted(
                assigned.order(), order, assigned.response(id, order, "completed", authored), assigned.name(id))));
        return assigned;
    }

    String order() {
        return fixture("assignment")
                .with("id", assignment)
                .with("patient", patient)
                .json();
    }

    Reply planWithActivity(String id) {
        return ehr.put(
                "/CarePlan/" + id,
                fixture("plan-with-activity")
                        .with("id", id)
                        .with("patient", patient)
                        .json());
    }

    Reply planWithTasks(String id) {
        return ehr.post(
                "/",
                fixture("plan-with-tasks")
                        .with("id", id)
                        .with("patient", patient)
                        .json());
    }

    /** Stores a response to the assignment, and expects it to be taken. */
    void done(String id, String authored) {
        stored(respond(id, "completed", authored));
    }

    Reply respond(String id, String status, String authored) {
        return ehr.put(
                "/QuestionnaireResponse/" + name(id), response(id, "ServiceRequest/" + assignment, status, authored));
    }

    Reply respondTo(String basedOn, String id, String authored) {
        return ehr.put("/QuestionnaireResponse/" + name(id), response(id, basedOn, "completed", authored));
    }

    String response(String id, String basedOn, String status, String authored) {
        return fixture("response")
                .with("id", name(id))
                .with("basedOn", basedOn)
                .with("status", status)
                .with("patient", patient)
                .with("authored", authored)
                .with("peak", "4")
                .json();
    }

    /** The response, with the name of the occasion that it is about. */
    public static String naming(String occasion, String response) {
        return response.replaceFirst(
                "\\{",
                "{\"extension\": [{\"url\": \"https://w3id.org/cbt-homework/fhir/StructureDefinition/occasion\","
                        + " \"valueReference\": {\"identifier\": {"
                        + "\"system\": \"https://w3id.org/cbt-homework/fhir/occasion\", \"value\": \"" + occasion
                        + "\"}}}],");
    }

    String name(String id) {
        return id + "-" + patient;
    }

    Counts counts() {
        return counts("/ServiceRequest/" + assignment);
    }

    /** The adherence of the one assignment that the resource has. */
    Counts counts(String resource) {
        return Counts.only(report(resource));
    }

    Bundle report(String resource) {
        Reply reply = ehr.get(resource + "/$homework-adherence");
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return reply.as(Bundle.class);
    }

    public static Fixture fixture(String name) {
        return Fixture.of(Case.class, name);
    }

    public static void stored(Reply reply) {
        assertThat(reply.status()).as(reply.body()).isBetween(200, 201);
    }
}
