package org.cbthomework.plugin.access;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("domain")
class SubjectsTest {

    private static final String BASE = "https://ehr.example/fhir";

    private final Subjects subjects = new Subjects(FhirContext.forR4Cached(), () -> BASE);

    @ParameterizedTest
    @ValueSource(strings = {"Patient/a", "Patient/a/_history/3", BASE + "/Patient/a", BASE + "/Patient/a/_history/1"})
    void it_is_of_the_patient_however_it_names_them(String reference) {
        assertThat(subjects.of(new Observation().setSubject(new Reference(reference))))
                .containsExactly("a");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://elsewhere.example/fhir/Patient/a",
                "HTTPS://ehr.example/fhir/Patient/a",
                "Group/a",
                "#a",
                "a",
                "urn:uuid:0b5d2f1e-1111-4222-8333-444455556666",
                "Patient?identifier=a",
                "https://ehr.example/Patient/a"
            })
    void it_is_nobodys_that_can_be_reached_otherwise(String reference) {
        assertThat(subjects.of(new Observation().setSubject(new Reference(reference))))
                .doesNotContain("a")
                .hasSize(1);
    }

    @Test
    void without_a_subject_it_is_not_everybodys() {
        assertThat(new Reach.Everyone().includes(subjects.of(new Observation())))
                .isTrue();
        assertThat(new Reach.Patients(java.util.Set.of("a")).includes(subjects.of(new Observation())))
                .isFalse();
    }

    @Test
    void a_patient_is_their_own_and_a_task_of_whom_it_is_for() {
        Patient patient = new Patient();
        patient.setId("Patient/a/_history/2");
        assertThat(subjects.of(patient)).containsExactly("a");
        assertThat(subjects.of(new Task().setFor(new Reference("Patient/a")).setOwner(new Reference("Patient/b"))))
                .containsExactly("a");
    }
}
