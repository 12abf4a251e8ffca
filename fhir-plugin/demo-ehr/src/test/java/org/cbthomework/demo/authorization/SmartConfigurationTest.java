package org.cbthomework.demo.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.cbthomework.demo.authorization.Web.Page;
import org.cbthomework.demo.harness.EhrOnH2;
import org.junit.jupiter.api.Test;

/** How the FHIR server says where tokens come from. */
@EhrOnH2
class SmartConfigurationTest extends SmartServer {

    private static final String PATH = "/fhir/.well-known/smart-configuration";

    @Test
    void the_configuration_is_json_whatever_is_asked_for() {
        for (String accepted : List.of("application/json", "application/fhir+xml", "text/html", "*/*")) {
            Page page = new Web(base()).get(PATH, "Accept", accepted);

            assertThat(page.status()).isEqualTo(200);
            assertThat(page.header("Content-Type")).startsWith("application/json");
            assertThat(page.told("token_endpoint")).isNotBlank();
        }
    }

    @Test
    void the_endpoints_are_those_of_the_authorization_server_and_absolute() {
        Page page = new Web(base()).get(PATH);

        assertThat(page.told("issuer")).isEqualTo(base());
        assertThat(page.told("jwks_uri")).isEqualTo(base() + "/oauth2/jwks");
        assertThat(page.told("authorization_endpoint")).isEqualTo(base() + "/oauth2/authorize");
        assertThat(page.told("token_endpoint")).isEqualTo(base() + "/oauth2/token");
        assertThat(page.told("introspection_endpoint")).isEqualTo(base() + "/oauth2/introspect");
        assertThat(page.told("revocation_endpoint")).isEqualTo(base() + "/oauth2/revoke");
    }

    @Test
    void what_is_supported_is_said_and_plain_is_not() {
        JsonNode told = new Web(base()).get(PATH).json();

        assertThat(words(told, "code_challenge_methods_supported")).containsExactly("S256");
        assertThat(words(told, "grant_types_supported")).contains("authorization_code", "client_credentials");
        assertThat(words(told, "token_endpoint_auth_methods_supported"))
                .contains("private_key_jwt", "client_secret_basic");
        assertThat(words(told, "token_endpoint_auth_signing_alg_values_supported"))
                .contains("RS384", "ES384");
        assertThat(words(told, "scopes_supported")).contains("openid", "launch", "launch/patient", "offline_access");
        assertThat(words(told, "capabilities"))
                .contains(
                        "launch-ehr",
                        "launch-standalone",
                        "authorize-post",
                        "client-public",
                        "client-confidential-symmetric",
                        "client-confidential-asymmetric",
                        "sso-openid-connect",
                        "context-banner",
                        "context-style",
                        "context-ehr-patient",
                        "context-ehr-encounter",
                        "context-standalone-patient",
                        "context-standalone-encounter",
                        "permission-offline",
                        "permission-online",
                        "permission-patient",
                        "permission-user",
                        "permission-v1",
                        "permission-v2")
                .doesNotContain("smart-app-state");
    }

    @Test
    void the_capability_statement_names_the_same_endpoints() {
        JsonNode security = new Web(base())
                .get("/fhir/metadata", "Accept", "application/fhir+json")
                .json()
                .at("/rest/0/security");

        assertThat(security.at("/service/0/coding/0/code").asText()).isEqualTo("SMART-on-FHIR");
        assertThat(security.at("/extension/0/url").asText()).endsWith("/StructureDefinition/oauth-uris");
        assertThat(security.toString()).contains(base() + "/oauth2/authorize", base() + "/oauth2/token");
    }

    @Test
    void everything_else_wants_a_token_and_says_so() {
        for (String path : List.of("/fhir/Patient", "/fhir/Patient/x", "/fhir/Questionnaire/phq-9", "/fhir/nothing")) {
            Page page = new Web(base()).get(path);

            assertThat(page.status()).as(path).isEqualTo(401);
            assertThat(page.header("WWW-Authenticate")).startsWith("Bearer");
        }
        assertThat(new Web(base()).get("/fhir//Patient").status()).isIn(400, 401);
    }

    private static List<String> words(JsonNode told, String name) {
        List<String> words = new ArrayList<>();
        told.path(name).forEach(word -> words.add(word.asText()));
        return words;
    }
}
