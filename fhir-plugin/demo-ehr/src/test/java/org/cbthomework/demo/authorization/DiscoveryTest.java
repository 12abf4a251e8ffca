package org.cbthomework.demo.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.SignedJWT;
import java.util.List;
import java.util.Map;
import org.cbthomework.demo.authorization.Web.Page;
import org.cbthomework.demo.harness.EhrOnH2;
import org.junit.jupiter.api.Test;

@EhrOnH2
class DiscoveryTest extends SmartServer {

    @Test
    void tokens_verify_with_the_keys_that_are_told_which_are_public_ones() throws Exception {
        JWKSet keys = JWKSet.parse(new Web(base()).get("/oauth2/jwks").body());
        Page tokens = app.tokens(browser(CLINICIAN), "openid user/*.rs", null);

        assertThat(keys.getKeys()).hasSize(1).noneMatch(key -> key.isPrivate());
        for (String name : List.of("access_token", "id_token")) {
            SignedJWT token = SignedJWT.parse(tokens.told(name));
            assertThat(token.getHeader().getAlgorithm().getName()).isEqualTo("RS256");
            RSAKey key = keys.getKeyByKeyId(token.getHeader().getKeyID()).toRSAKey();
            assertThat(key.size()).isEqualTo(2048);
            assertThat(token.verify(new RSASSAVerifier(key))).isTrue();
        }
    }

    @Test
    void what_is_told_is_what_is_open() {
        for (String path : List.of("/.well-known/openid-configuration", "/.well-known/oauth-authorization-server")) {
            Page told = new Web(base()).get(path);

            assertThat(told.told("issuer")).isEqualTo(base());
            assertThat(told.told("authorization_endpoint")).isEqualTo(base() + "/oauth2/authorize");
            assertThat(told.told("token_endpoint")).isEqualTo(base() + "/oauth2/token");
            assertThat(told.told("introspection_endpoint")).isEqualTo(base() + "/oauth2/introspect");
            assertThat(told.told("revocation_endpoint")).isEqualTo(base() + "/oauth2/revoke");
            assertThat(told.told("jwks_uri")).isEqualTo(base() + "/oauth2/jwks");
            assertThat(told.json().path("code_challenge_methods_supported").toString())
                    .isEqualTo("[\"S256\"]");
            assertThat(told.json().path("grant_types_supported").toString())
                    .isEqualTo("[\"authorization_code\",\"refresh_token\",\"client_credentials\"]");
            assertThat(told.json()
                            .path("token_endpoint_auth_signing_alg_values_supported")
                            .toString())
                    .isEqualTo("[\"RS384\",\"ES384\"]");
            assertThat(told.body()).doesNotContain("device", "dpop", "end_session", "pushed");
        }
    }

    @Test
    void whoever_signs_in_may_be_asked_about_at_userinfo() {
        String token = app.tokens(browser(CLINICIAN), "openid profile fhirUser user/*.rs", null)
                .told("access_token");

        Page told = new Web(base()).get("/userinfo", "Authorization", "Bearer " + token);

        assertThat(told.told("sub")).isEqualTo(CLINICIAN);
        assertThat(new Web(base()).get("/userinfo").status()).isEqualTo(401);
    }

    @Test
    void browsers_may_read_what_is_public_from_anywhere() {
        for (String path :
                List.of("/oauth2/jwks", "/.well-known/openid-configuration", "/smart-style.json", "/fhir/metadata")) {
            Page answered = new Web(base()).get(path, "Origin", "https://anywhere.example");

            assertThat(answered.header("Access-Control-Allow-Origin")).as(path).isEqualTo("*");
        }
    }

    @Test
    void browsers_may_fetch_tokens_and_data_from_where_an_app_is_registered_and_nowhere_else() {
        for (String path : List.of("/oauth2/token", "/fhir/Patient")) {
            assertThat(asked(path, "https://app.example.org").header("Access-Control-Allow-Origin"))
                    .as(path)
                    .isEqualTo("https://app.example.org");
            assertThat(asked(path, "https://anywhere.example").status()).isEqualTo(403);
        }
        Page refused = new Web(base()).post("/oauth2/token", Map.of(), "Origin", "https://app.example.org");
        assertThat(refused.header("Access-Control-Allow-Origin")).isEqualTo("https://app.example.org");
    }

    private Page asked(String path, String origin) {
        return new Web(base())
                .options(
                        path,
                        "Origin",
                        origin,
                        "Access-Control-Request-Method",
                        "POST",
                        "Access-Control-Request-Headers",
                        "authorization,content-type");
    }
}
