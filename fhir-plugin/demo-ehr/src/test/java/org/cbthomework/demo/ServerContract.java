package org.cbthomework.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.cbthomework.demo.harness.FhirHttp;
import org.cbthomework.demo.harness.FhirHttp.Reply;
import org.cbthomework.demo.harness.Fixture;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the demo EHR promises as a plain FHIR server. */
abstract class ServerContract {

    private final String mrn = UUID.randomUUID().toString();

    @Autowired
    FhirHttp ehr;

    @Test
    void a_created_patient_can_be_read() {
        Reply created = ehr.post("/Patient", patient("female"));

        assertThat(created.status()).isEqualTo(201);
        Reply read = ehr.get("/Patient/" + created.id());
        assertThat(read.status()).isEqualTo(200);
        assertThat(read.as(Patient.class).getIdentifierFirstRep().getValue()).isEqualTo(mrn);
    }

    @Test
    void a_client_may_choose_an_id_that_is_not_a_number() {
        String id = "p-" + mrn;
        String json = patient("female").replaceFirst("\\{", "{\"id\": \"" + id + "\",");

        assertThat(ehr.put("/Patient/" + id, json).status()).isEqualTo(201);
    }

    @Test
    void a_transaction_resolves_references_between_its_entries() {
        Reply reply = ehr.post("/", bundle("response-before-patient"));

        assertThat(reply.status()).isEqualTo(200);
        List<IdType> ids = reply.as(Bundle.class).getEntry().stream()
                .map(BundleEntryComponent::getResponse)
                .map(response -> new IdType(response.getLocation()))
                .toList();
        QuestionnaireResponse response =
                ehr.get("/QuestionnaireResponse/" + ids.get(0).getIdPart()).as(QuestionnaireResponse.class);
        assertThat(response.getSubject().getReference())
                .isEqualTo("Patient/" + ids.get(1).getIdPart());
    }

    @Test
    void a_transaction_that_fails_leaves_nothing() {
        Reply reply = ehr.post("/", bundle("patient-and-dangling-response"));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(found()).isZero();
    }

    @Test
    void a_conditional_create_makes_one_patient_only() {
        String conditional = bundle("conditional-patient");

        ehr.post("/", conditional);
        Reply again = ehr.post("/", conditional);

        assertThat(again.as(Bundle.class).getEntryFirstRep().getResponse().getStatus())
                .startsWith("200");
        assertThat(found()).isOne();
    }

    @Test
    void a_search_right_after_a_write_finds_it() {
        assertThat(found()).isZero();

        ehr.post("/Patient", patient("female"));

        assertThat(found()).isOne();
    }

    @Test
    void history_keeps_every_version() {
        String id = ehr.post("/Patient", patient("female")).id();
        String changed = patient("other").replaceFirst("\\{", "{\"id\": \"" + id + "\",");

        assertThat(ehr.put("/Patient/" + id, changed).status()).isEqualTo(200);

        Bundle history = ehr.get("/Patient/" + id + "/_history").as(Bundle.class);
        assertThat(history.getEntry())
                .extracting(entry -> entry.getResource().getIdElement().getVersionIdPart())
                .containsExactly("2", "1");
        assertThat(ehr.get("/Patient/" + id + "/_history/1").body()).contains("female");
    }

    @Test
    void a_patient_that_others_refer_to_cannot_be_deleted() {
        String patient = "/Patient/" + ehr.post("/Patient", patient("female")).id();
        String response = "/QuestionnaireResponse/"
                + ehr.post("/QuestionnaireResponse", responseOf(patient)).id();

        assertThat(ehr.delete(patient).status()).isEqualTo(409);

        assertThat(ehr.delete(response).status()).isEqualTo(200);
        assertThat(ehr.delete(patient).status()).isEqualTo(200);
        assertThat(ehr.get(patient).status()).isEqualTo(410);
    }

    @Test
    void a_reference_to_nobody_is_refused() {
        assertThat(ehr.post("/QuestionnaireResponse", responseOf("/Patient/no-such-patient"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void nothing_can_be_expunged() {
        String id = ehr.post("/Patient", patient("female")).id();

        assertThat(ehr.post("/Patient/" + id + "/$expunge", "{\"resourceType\": \"Parameters\"}")
                        .status())
                .isGreaterThanOrEqualTo(400);
        assertThat(ehr.get("/Patient/" + id).status()).isEqualTo(200);
    }

    private int found() {
        return ehr.get("/Patient?identifier=https://example.org/mrn%7C" + mrn)
                .as(Bundle.class)
                .getEntry()
                .size();
    }

    private String patient(String gender) {
        return Fixture.of(ServerContract.class, "patient")
                .with("mrn", mrn)
                .with("gender", gender)
                .json();
    }

    private String bundle(String name) {
        return Fixture.of(ServerContract.class, name).with("mrn", mrn).json();
    }

    private static String responseOf(String patient) {
        return Fixture.of(ServerContract.class, "response")
                .with("subject", patient.substring(1))
                .json();
    }
}
