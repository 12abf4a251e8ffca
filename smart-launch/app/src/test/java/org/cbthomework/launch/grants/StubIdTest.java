package org.cbthomework.launch.grants;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("domain")
class StubIdTest {

    /** As {@code uuidgen --sha1 --namespace @url --name https://ehr.example.org/fhir/Patient/1} tells it. */
    @Test
    void it_is_the_uuid_of_the_address_at_the_ehr() {
        assertThat(StubId.of("https://ehr.example.org/fhir/Patient/1"))
                .isEqualTo("60506526-d221-5de3-b478-3843df61827f");
        assertThat(StubId.of("https://other.example.org/fhir/Patient/1"))
                .isNotEqualTo("60506526-d221-5de3-b478-3843df61827f");
    }
}
