package org.cbthomework.plugin.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

@Tag("domain")
class AccessSettingsTest {

    private final Map<String, Object> properties = new HashMap<>(Map.of(
            "cbt-homework.access.base", "https://ehr.example/fhir/",
            "cbt-homework.access.issuers[0].issuer", "https://as.example",
            "cbt-homework.access.issuers[0].jwks", "https://as.example/jwks"));
    private final StandardEnvironment settings = new StandardEnvironment();

    AccessSettingsTest() {
        settings.getPropertySources().addFirst(new MapPropertySource("test", properties));
    }

    @Test
    void a_base_an_issuer_and_its_keys_suffice() {
        AccessSettings read = AccessSettings.parse(settings);
        assertThat(read.base()).isEqualTo("https://ehr.example/fhir");
        assertThat(read.issuers()).hasSize(1);
        assertThat(read.issuers().get(0).clients()).isEmpty();
    }

    @Test
    void without_an_issuer_nothing_is_guarded() {
        assertThat(AccessSettings.arePresent(new StandardEnvironment())).isFalse();
        assertThat(AccessSettings.arePresent(settings)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "base, '', cbt-homework.access.base is not set",
        "issuers[0].jwks, '', issuers[0].introspection is not set",
        "issuers[0].jwks, file:///etc/keys, use one that begins with https",
        "issuers[0].jwks, as.example/jwks, 'is ''as.example/jwks'', which is no address'",
        "issuers[0].may-grant, patient/Observation.all, 'names ''patient/Observation.all'', which is no SMART scope'",
        "metadata, nonsense, which is no address"
    })
    void what_cannot_be_read_is_named_with_the_remedy(String name, String value, String message) {
        properties.put("cbt-homework.access." + name, value);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AccessSettings.parse(settings))
                .withMessageContaining(message);
    }

    @Test
    void an_app_speaks_for_the_ehrs_that_launch_it() {
        properties.put(
                "cbt-homework.access.issuers[0].speaks-for", "https://one.example/fhir/, https://two.example/fhir");

        assertThat(AccessSettings.parse(settings).issuers().get(0).speaksFor())
                .containsExactlyInAnyOrder("https://one.example/fhir", "https://two.example/fhir");
    }

    @ParameterizedTest
    @CsvSource({
        "issuers[0].clients[0].id, warehouse, beside clients",
        "issuers[0].jwks, '', beside introspection; set jwks instead",
        "issuers[0].speaks-for, the EHR, 'is ''the'', which is no address'"
    })
    void whoever_speaks_for_ehrs_signs_and_has_no_systems(String name, String value, String message) {
        properties.put("cbt-homework.access.issuers[0].speaks-for", "https://one.example/fhir");
        properties.put("cbt-homework.access.issuers[0].introspection", "https://as.example/introspect");
        properties.put("cbt-homework.access.issuers[0].introspection-client", "us");
        properties.put("cbt-homework.access.issuers[0].introspection-secret", "secret");
        properties.put("cbt-homework.access." + name, value);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> AccessSettings.parse(settings))
                .withMessageContaining("cbt-homework.access.issuers[0].speaks-for")
                .withMessageContaining(message);
    }
}
