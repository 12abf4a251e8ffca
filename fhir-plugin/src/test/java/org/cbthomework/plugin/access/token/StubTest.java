package org.cbthomework.plugin.access.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("domain")
class StubTest {

    private static String id(String type, String ehr, String value) {
        return new Stub(type, ehr, value, Optional.empty(), Optional.empty()).id();
    }

    /** As {@code uuidgen --sha1 --namespace @url --name https://ehr.example.org/fhir/Patient/1} tells it. */
    @Test
    void the_id_is_the_uuid_of_the_address_at_the_ehr() {
        assertThat(id("Patient", "https://ehr.example.org/fhir", "1"))
                .isEqualTo("60506526-d221-5de3-b478-3843df61827f");
    }

    @Test
    void two_ehrs_that_both_have_a_patient_1_never_mix() {
        assertThat(id("Patient", "https://one.example/fhir", "1"))
                .isNotEqualTo(id("Patient", "https://two.example/fhir", "1"))
                .isNotEqualTo(id("Practitioner", "https://one.example/fhir", "1"));
    }
}
