package org.cbthomework.launch.authorization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cbthomework.launch.ehr.AgreedScopes;
import org.cbthomework.launch.ehr.Credential;
import org.cbthomework.launch.ehr.Ehr;
import org.cbthomework.launch.launches.LaunchContext;
import org.cbthomework.launch.launches.LaunchContext.Further;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("domain")
class ContextReaderTest {

    private static final Ehr EHR = new Ehr(
            "https://ehr.example.org/fhir",
            "Example",
            "app",
            new Credential.None(),
            List.of("launch"),
            Set.of("ehr.example.org"),
            List.of(),
            null,
            AgreedScopes.NONE);

    private static LaunchContext read(Map<String, Object> told) {
        return new ContextReader(EHR).read(told, null);
    }

    @Test
    void all_that_smart_tells_beside_a_token_is_read() {
        Map<String, Object> told = new HashMap<>(Map.of(
                "patient", "p1",
                "encounter", "e1",
                "intent", "homework-today",
                "tenant", "ward",
                "need_patient_banner", true,
                "smart_style_url", "https://ehr.example.org/style.json",
                "fhirUser", "https://ehr.example.org/fhir/Patient/p1",
                "fhirContext", List.of(Map.of("reference", "CareTeam/t1", "role", "https://example.org/role"))));

        assertThat(read(told))
                .isEqualTo(new LaunchContext(
                        "p1",
                        "e1",
                        "Patient/p1",
                        "homework-today",
                        "ward",
                        "https://ehr.example.org/style.json",
                        true,
                        List.of(new Further("CareTeam/t1", "https://example.org/role"))));
    }

    @Test
    void without_a_role_a_resource_is_what_the_app_was_launched_for() {
        assertThat(read(Map.of("fhirContext", List.of(Map.of("reference", "CareTeam/t1"))))
                        .fhirContext())
                .containsExactly(new Further("CareTeam/t1", "launch"));
    }

    @Test
    void what_is_not_told_is_absent() {
        assertThat(read(Map.of())).isEqualTo(new LaunchContext(null, null, null, null, null, null, false, List.of()));
    }

    @Test
    void what_is_on_another_server_or_no_reference_is_left_out() {
        LaunchContext context = read(Map.of(
                "fhirContext",
                List.of(
                        Map.of("reference", "https://evil.example/fhir/CareTeam/t1"),
                        Map.of("reference", "CareTeam/t1/_history/1?x=y"),
                        Map.of("identifier", Map.of("value", "x")),
                        "CareTeam/t2"),
                "fhirUser",
                "https://evil.example/fhir/Practitioner/1",
                "smart_style_url",
                "https://evil.example/style.json",
                "need_patient_banner",
                "yes"));

        assertThat(context).isEqualTo(new LaunchContext(null, null, null, null, null, null, false, List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Patient/p1", "../p1", "p 1", "p1?x", "https://ehr.example.org/fhir/Patient/p1"})
    void a_patient_is_named_by_an_id_alone(String patient) {
        assertThatThrownBy(() -> read(Map.of("patient", patient)))
                .isInstanceOf(LaunchRefused.class)
                .hasMessage("patient beside the token is no id of FHIR");
    }
}
