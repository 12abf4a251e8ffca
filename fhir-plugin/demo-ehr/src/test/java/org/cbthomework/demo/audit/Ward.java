package org.cbthomework.demo.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.cbthomework.demo.harness.FhirHttp;
import org.cbthomework.demo.harness.FhirHttp.Reply;
import org.cbthomework.demo.harness.TestIssuer;

/** Patients of a test's own, stored by a client that may do everything. */
record Ward(FhirHttp ehr) {

    /** The id of a new patient. */
    String admit() {
        return admit("w-" + UUID.randomUUID());
    }

    /** The id of a new patient, found by the name of the ward. */
    String admit(String ward) {
        String id = "p-" + UUID.randomUUID();
        stored(ehr.put("/Patient/" + id, patient(id, ward)));
        return id;
    }

    static String patient(String id, String ward) {
        return """
                {"resourceType": "Patient", "id": "%s", "identifier": [{"system": "urn:ward", "value": "%s"}]}""".formatted(id, ward);
    }

    /** The id of a new note about a patient. */
    String note(String patient, String text) {
        String id = "o-" + UUID.randomUUID();
        stored(ehr.put("/Observation/" + id, observation(id, patient, text)));
        return id;
    }

    static String observation(String id, String patient, String text) {
        return """
                {"resourceType": "Observation", "id": "%s", "status": "final", "code": {"text": "note"},
                  "subject": {"reference": "Patient/%s"}, "valueString": "%s"}""".formatted(id, patient, text);
    }

    /** The app of a patient. */
    FhirHttp app(String patient) {
        return ehr.as(TestIssuer.TRUSTED
                .token(ehr.base())
                .client("diary-app")
                .scope("patient/*.rs patient/QuestionnaireResponse.cruds")
                .patient(patient)
                .user("Patient/" + patient)
                .signed());
    }

    private static void stored(Reply reply) {
        assertThat(reply.status()).as(reply.body()).isBetween(200, 201);
    }
}
