package org.cbthomework.demo.homework;

import static org.assertj.core.api.Assertions.assertThat;

import org.cbthomework.demo.harness.Eventually;
import org.cbthomework.demo.harness.FhirHttp;
import org.cbthomework.demo.harness.TestIssuer;
import org.hl7.fhir.r4.model.Bundle;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What follows from a labelled assignment is as sensitive as the assignment: Tasks, Observations, and what is computed. */
abstract class LabelsContract {

    private static final String CLINICIAN = "Practitioner/clinician";
    private static final String LABEL = "\"meta\": {\"security\": [{\"system\":"
            + " \"http://terminology.hl7.org/CodeSystem/v3-ActCode\", \"code\": \"PSYTHPN\"}]},";

    @Autowired
    FhirHttp ehr;

    @Test
    void what_follows_from_sensitive_homework_is_shown_to_whom_the_patient_consents_and_to_nobody_else() {
        Case homework = Case.admitted(ehr);
        Case.stored(ehr.put(
                "/ServiceRequest/" + homework.assignment,
                homework.order().replaceFirst("\\{", "{" + LABEL.replace("$", "\\$"))));
        homework.done("monday", "2026-03-02T20:10:00+01:00");
        Eventually.holds(
                () -> assertThat(new Published(ehr, homework.patient).states()).contains("completed on-time"));
        FhirHttp clinician = ehr.as(TestIssuer.TRUSTED
                .token(ehr.base())
                .scope("user/*.rs")
                .user(CLINICIAN)
                .patient(homework.patient)
                .signed());

        assertThat(found(clinician, "Patient?_id=" + homework.patient)).isOne();
        assertThat(found(clinician, "Observation?patient=" + homework.patient)).isZero();
        assertThat(found(clinician, "Task?patient=" + homework.patient)).isZero();
        assertThat(found(clinician, "Patient/" + homework.patient + "/$homework-adherence?aggregate=true&weeks=true"))
                .isZero();
        assertThat(clinician
                        .get("/ServiceRequest/" + homework.assignment + "/$homework-adherence")
                        .status())
                .isEqualTo(403);

        Case.stored(ehr.put(
                "/Consent/c-" + homework.patient,
                Case.fixture("consent")
                        .with("id", "c-" + homework.patient)
                        .with("patient", homework.patient)
                        .with("reader", CLINICIAN)
                        .json()));

        assertThat(found(clinician, "Observation?patient=" + homework.patient)).isPositive();
        assertThat(found(clinician, "Task?patient=" + homework.patient)).isEqualTo(7);
        assertThat(found(clinician, "Patient/" + homework.patient + "/$homework-adherence"))
                .isOne();
    }

    private static int found(FhirHttp reader, String asked) {
        return reader.getFresh("/" + asked).as(Bundle.class).getEntry().size();
    }
}
