package org.cbthomework.demo.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.cbthomework.demo.authorization.Web.Page;
import org.cbthomework.demo.harness.EhrOnH2;
import org.junit.jupiter.api.Test;

@EhrOnH2
class IntrospectionTest extends SmartServer {

    private static final String SCOPE = "openid fhirUser launch/patient launch/encounter patient/*.rs offline_access";

    @Test
    void a_token_is_told_with_its_context_and_who_signed_in() {
        Page tokens = app.tokens(browser(CLINICIAN), SCOPE, PATIENT);

        JsonNode told = confidential.introspect(tokens.told("access_token")).json();

        assertThat(told.path("active").asBoolean()).isTrue();
        assertThat(told.path("client_id").asText()).isEqualTo(app.id());
        assertThat(told.path("scope").asText().split(" ")).containsExactlyInAnyOrder(SCOPE.split(" "));
        assertThat(told.path("exp").asLong())
                .isEqualTo(App.claims(tokens.told("access_token"))
                                .getExpirationTime()
                                .getTime()
                        / 1000);
        assertThat(told.path("patient").asText()).isEqualTo(PATIENT);
        assertThat(told.path("encounter").asText()).isEqualTo(tokens.told("encounter"));
        assertThat(told.path("need_patient_banner").asBoolean()).isTrue();
        assertThat(told.path("iss").asText()).isEqualTo(base());
        assertThat(told.path("sub").asText()).isEqualTo(CLINICIAN);
        assertThat(told.path("fhirUser").asText()).isEqualTo(base() + "/fhir/Practitioner/demo-clinician-one");
        assertThat(told.path("token_type").asText()).isEqualTo("Bearer");
    }

    @Test
    void of_a_token_that_is_unknown_or_over_nothing_is_told_but_that() {
        Page tokens = app.tokens(browser(CLINICIAN), SCOPE, PATIENT);
        app.refresh(tokens);

        for (String token : new String[] {"made-up", tokens.told("refresh_token"), tokens.told("id_token")}) {
            assertThat(confidential.introspect(token).body()).isEqualTo("{\"active\":false}");
        }
    }

    @Test
    void who_cannot_prove_who_it_is_may_not_ask() {
        String token = app.tokens(browser(CLINICIAN), SCOPE, PATIENT).told("access_token");

        assertThat(new Web(base())
                        .post("/oauth2/introspect", Map.of("token", token))
                        .status())
                .isEqualTo(401);
        assertThat(app.introspect(token).status()).as("a public client").isEqualTo(401);
        assertThat(new App(base(), confidential.id(), "wrong").introspect(token).status())
                .isEqualTo(401);
    }

    @Test
    void a_token_with_the_scope_for_it_may_ask_about_those_of_any_client() {
        String token = app.tokens(browser(CLINICIAN), SCOPE, PATIENT).told("access_token");
        App tour = new App(base(), "cbt-homework-tour", "tour");
        String may = bearer(tour, "token-introspection");
        String mayNot = bearer(tour, "system/*.rs");

        assertThat(ask(token, may).told("active")).isEqualTo("true");
        assertThat(ask(token, mayNot).body()).doesNotContain("\"active\":true");
        assertThat(ask(token, token).body()).doesNotContain("\"active\":true");
        assertThat(ask(token, "made-up").status()).isEqualTo(401);
    }

    @Test
    void what_is_revoked_is_no_longer_active() {
        for (App either : new App[] {app, confidential}) {
            Page tokens = either.tokens(browser(CLINICIAN), SCOPE, PATIENT);

            assertThat(either.revoke(tokens.told("refresh_token")).status()).isEqualTo(200);

            assertThat(either.refresh(tokens).told("error")).isEqualTo("invalid_grant");
            assertThat(confidential.introspect(tokens.told("access_token")).told("active"))
                    .isEqualTo("false");
        }
        assertThat(confidential.revoke("made-up").status()).isEqualTo(200);
    }

    @Test
    void nobody_revokes_the_tokens_of_another() {
        Page tokens = app.tokens(browser(CLINICIAN), SCOPE, PATIENT);

        assertThat(confidential.revoke(tokens.told("access_token")).status()).isGreaterThanOrEqualTo(400);

        assertThat(confidential.introspect(tokens.told("access_token")).told("active"))
                .isEqualTo("true");
    }

    private Page ask(String token, String bearer) {
        return new Web(base()).post("/oauth2/introspect", Map.of("token", token), "Authorization", "Bearer " + bearer);
    }

    private static String bearer(App client, String scope) {
        return client.token(Map.of("grant_type", "client_credentials", "scope", scope))
                .told("access_token");
    }
}
