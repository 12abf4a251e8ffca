package org.cbthomework.launch.homework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cbthomework.launch.launches.LaunchContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("domain")
class RoleTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "Practitioner/1, -, CLINICIAN",
                "PractitionerRole/1, homework-today, CLINICIAN",
                "Patient/1, homework-review, PATIENT",
                "RelatedPerson/1, homework-review, PATIENT",
                "Person/1, -, PATIENT",
                "-, homework-review, CLINICIAN",
                "-, homework-today, PATIENT",
                "-, something-else, PATIENT",
                "-, -, PATIENT"
            })
    void the_user_decides_and_in_doubt_it_is_the_patient(String fhirUser, String intent, Role role) {
        assertThat(Role.of(new LaunchContext("p1", null, fhirUser, intent, null, null, false, List.of())))
                .isEqualTo(role);
    }
}
