package org.cbthomework.launch.ehr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

@Tag("domain")
class EhrsTest {

    private static final String ISSUER = "https://ehr.example.org/fhir";

    /** Settings as they are configured: name and value follow one another. */
    private static EhrSettings settings(String... changed) {
        Map<String, String> all = new HashMap<>(Map.of(
                "ehr.issuer", ISSUER, "ehr.client-id", "app", "ehr.scopes", "launch openid fhirUser patient/*.rs"));
        for (int i = 0; i < changed.length; i += 2) {
            all.put("ehr." + changed[i], changed[i + 1]);
        }
        return new Binder(new MapConfigurationPropertySource(all))
                .bind("ehr", Bindable.of(EhrSettings.class))
                .get();
    }

    private static Ehr read(String... changed) {
        return new Ehrs(List.of(settings(changed))).all().iterator().next();
    }

    private static void assertRefused(String setting, String value, String... changed) {
        assertThatThrownBy(() -> read(changed))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageStartingWith("cbt-homework.ehrs[0]." + setting + " ")
                .hasMessageContaining(value)
                .hasMessageContaining("; ");
    }

    @Test
    void a_public_client_needs_an_issuer_a_client_id_and_scopes() {
        Ehr ehr = read();

        assertThat(ehr.credential()).isEqualTo(new Credential.None());
        assertThat(ehr.name()).isEqualTo("ehr.example.org");
        assertThat(ehr.hosts()).containsExactly("ehr.example.org");
        assertThat(ehr.below("x")).hasToString(ISSUER + "/x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://ehr.example.org/fhir",
                "ftp://ehr.example.org/fhir",
                "ehr.example.org/fhir",
                "https://user@ehr.example.org/fhir",
                "https://ehr.example.org/fhir?a=b",
                "https://ehr.example.org/fhir#x",
                "http://127.0.0.2/fhir",
                "file:///fhir",
                "https:///fhir",
                "not an address"
            })
    void an_issuer_is_an_https_address(String issuer) {
        assertRefused("issuer", issuer, "issuer", issuer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:8080/fhir", "http://127.0.0.1:8080/fhir", "http://[::1]:8080/fhir"})
    void an_issuer_on_this_machine_may_be_by_http(String issuer) {
        assertThat(read("issuer", issuer).issuer()).isEqualTo(issuer);
    }

    @Test
    void what_is_not_set_is_named() {
        assertRefused("issuer", "is not set", "issuer", "");
        assertRefused("client-id", "is not set", "client-id", " ");
        assertRefused("scopes", "is not set", "scopes", "");
    }

    @Test
    void a_secret_goes_with_basic_and_is_never_repeated() {
        assertThat(read("authentication", "client_secret_basic", "secret", "hush")
                        .credential())
                .isEqualTo(new Credential.Secret("hush"))
                .hasToString("Secret");
        assertRefused("secret", "is not set", "authentication", "client_secret_basic");
        assertThatThrownBy(() -> read("secret", "hush"))
                .hasMessageContaining("cbt-homework.ehrs[0].secret is given, but authentication is 'public'")
                .hasMessageNotContaining("hush");
        assertThat(settings("secret", "hush").toString()).doesNotContain("hush");
    }

    @Test
    void a_client_with_keys_signs_by_rs384_unless_told_otherwise() {
        assertThat(read("authentication", "private_key_jwt").credential())
                .isEqualTo(new Credential.Signature(Credential.Algorithm.RS384, false));
        assertThat(read("authentication", "private_key_jwt", "algorithm", "ES384", "sends-client-id", "true")
                        .credential())
                .isEqualTo(new Credential.Signature(Credential.Algorithm.ES384, true));
        assertRefused("algorithm", "is given", "algorithm", "ES384");
        assertRefused("sends-client-id", "is given", "sends-client-id", "true");
        assertRefused("algorithm", "'HS256'", "authentication", "private_key_jwt", "algorithm", "HS256");
    }

    @Test
    void another_way_to_authenticate_is_refused() {
        assertRefused("authentication", "'client_secret_post'", "authentication", "client_secret_post");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "launch",
                "launch/patient",
                "launch/encounter",
                "launch/list?role=https://example.org/role",
                "openid",
                "fhirUser",
                "online_access",
                "offline_access",
                "patient/*.rs",
                "user/Task.cruds",
                "user/*.*",
                "patient/Observation.read",
                "patient/Observation.rs?category=survey",
                "patient/Observation.rs?category=survey&code=x"
            })
    void scopes_of_both_versions_may_be_asked_for(String scope) {
        assertThat(read("scopes", scope).scopes()).containsExactly(scope);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "system/*.rs",
                "patient/Task.",
                "patient/Task.sr",
                "patient/task.rs",
                "launch/Patient",
                "Task.rs",
                "patient/Task.rs?",
                "patient/Task.rs?x",
                "admin"
            })
    void a_scope_that_no_user_grants_is_refused(String scope) {
        assertRefused("scopes", "'" + scope + "'", "scopes", "openid " + scope);
    }

    @ParameterizedTest
    @CsvSource({
        "hosts[0], https://login.example.org",
        "hosts[0], *.example.org",
        "frame-ancestors[0], *",
        "frame-ancestors[0], https://portal.example.org/path",
        "frame-ancestors[0], http://portal.example.org",
        "frame-ancestors[0], https://portal.example.org; script-src *"
    })
    void hosts_and_frame_ancestors_are_no_more_than_that(String setting, String value) {
        assertRefused(setting.replace("[0]", ""), value, setting, value);
    }

    @Test
    void an_endpoint_is_the_ehrs_own_on_a_host_that_is_registered() {
        Ehr ehr = read("hosts[0]", "Login.example.org", "hosts[1]", "ehr.example.org:8443");

        assertThat(ehr.owns(new Address(java.net.URI.create("https://login.example.org/token"))))
                .isTrue();
        assertThat(ehr.owns(new Address(java.net.URI.create("https://ehr.example.org:8443/token"))))
                .isTrue();
        assertThat(ehr.owns(new Address(java.net.URI.create("https://ehr.example.org/token"))))
                .isFalse();
        assertThat(ehr.owns(new Address(java.net.URI.create("https://login.example.org.evil.example/token"))))
                .isFalse();
    }

    @Test
    void each_issuer_is_registered_once_and_found_to_the_letter() {
        assertThatThrownBy(() -> new Ehrs(List.of(settings(), settings())))
                .hasMessageContaining("cbt-homework.ehrs[1].issuer is '" + ISSUER + "', which is registered already");
        Ehrs ehrs = new Ehrs(List.of(settings()));
        assertThat(ehrs.of(ISSUER)).isPresent();
        assertThat(ehrs.of(ISSUER + "/")).isEmpty();
    }

    @Test
    void homework_is_at_the_ehr_unless_a_server_beside_it_is_told() {
        assertThat(read().homework()).isNull();
        assertThat(read("homework", "https://homework.example.org/fhir/").homework())
                .isEqualTo("https://homework.example.org/fhir");
    }

    @Test
    void what_users_may_do_beside_the_ehr_is_agreed_by_their_role_and_for_nobody_unknown() {
        AgreedScopes agreed = read(
                        "homework", "https://homework.example.org/fhir",
                        "homework-scopes.patient", "patient/Task.rs  patient/QuestionnaireResponse.crus",
                        "homework-scopes.clinician", "user/ServiceRequest.crus")
                .agreed();

        assertThat(agreed.of("Patient/1")).containsExactly("patient/Task.rs", "patient/QuestionnaireResponse.crus");
        assertThat(agreed.of("RelatedPerson/1")).isEqualTo(agreed.of("Patient/1"));
        assertThat(agreed.of("PractitionerRole/1")).containsExactly("user/ServiceRequest.crus");
        assertThat(agreed.of("Person/1")).isEmpty();
        assertThat(agreed.of(null)).isEmpty();
        assertThat(read().agreed()).isEqualTo(AgreedScopes.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"patient/*.rs", "patient/Patient.r", "system/Task.rs", "openid", "patient/Task.x"})
    void what_is_agreed_names_each_kind_of_homework_and_leaves_the_patient_to_the_ehr(String scope) {
        assertRefused(
                "homework-scopes.patient",
                scope,
                "homework",
                "https://homework.example.org/fhir",
                "homework-scopes.patient",
                "patient/Task.rs " + scope);
    }

    @Test
    void scopes_that_are_agreed_without_a_server_beside_the_ehr_are_refused() {
        assertRefused("homework-scopes.clinician", "homework is not", "homework-scopes.clinician", "user/Task.rs");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://homework.example.org/fhir", "https://h.example/fhir?a=b", "homework", ISSUER + "/"})
    void homework_beside_the_ehr_is_at_an_https_address_of_its_own(String homework) {
        assertRefused("homework", homework, "homework", homework);
    }
}
