package org.cbthomework.launch.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.cbthomework.launch.harness.Asked;
import org.cbthomework.launch.harness.Browser;
import org.cbthomework.launch.harness.FakeEhr;
import org.cbthomework.launch.harness.Page;
import org.cbthomework.launch.harness.RunningApp;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("server")
class LaunchTest {

    private final RunningApp app = RunningApp.shared();
    private final FakeEhr ehr = RunningApp.EHR;
    private final Browser browser = app.browser();

    @Test
    void a_launch_from_the_ehr_asks_for_a_code_with_all_that_smart_wants() {
        Page sent = browser.launch(ehr.issuer("public"), "handle & more");

        assertThat(sent.location()).startsWith(ehr.base() + "/public/authorize?");
        assertThat(Asked.query(sent.location()))
                .containsEntry("response_type", "code")
                .containsEntry("client_id", "app-public")
                .containsEntry("redirect_uri", app.base() + "/callback")
                .containsEntry("launch", "handle & more")
                .containsEntry("aud", ehr.issuer("public"))
                .containsEntry("code_challenge_method", "S256")
                .containsEntry(
                        "scope",
                        "launch launch/patient openid fhirUser offline_access patient/*.rs"
                                + " patient/QuestionnaireResponse.cu")
                .hasEntrySatisfying("state", state -> assertThat(state).hasSizeGreaterThanOrEqualTo(43))
                .hasEntrySatisfying("nonce", nonce -> assertThat(nonce).hasSizeGreaterThanOrEqualTo(43))
                .hasEntrySatisfying(
                        "code_challenge", challenge -> assertThat(challenge).hasSize(43))
                .doesNotContainKeys("max_age", "claims");
        assertThat(ehr.asked(".well-known/smart-configuration"))
                .singleElement()
                .satisfies(asked -> assertThat(asked.header("Accept")).isEqualTo("application/json"));
    }

    @Test
    void no_two_requests_have_state_nonce_or_challenge_in_common() {
        Map<String, String> one =
                Asked.query(browser.launch(ehr.issuer("public"), "a").location());
        Map<String, String> other =
                Asked.query(browser.launch(ehr.issuer("public"), "b").location());

        assertThat(List.of("state", "nonce", "code_challenge"))
                .allSatisfy(name -> assertThat(one.get(name)).isNotEqualTo(other.get(name)));
    }

    @Test
    void the_app_begins_by_itself_without_the_context_of_an_ehr() {
        Page sent = browser.get("/launch?" + Browser.encoded(Map.of("iss", ehr.issuer("public"))));

        assertThat(Asked.query(sent.location()))
                .doesNotContainKey("launch")
                .hasEntrySatisfying(
                        "scope", scope -> assertThat(scope.split(" ")).doesNotContain("launch"));
        assertThat(browser.comeBack(ehr, "public", sent).location()).startsWith(app.base() + "/l/");
    }

    @Test
    void a_public_client_names_itself_and_proves_nothing() {
        browser.open(ehr, "public");

        Asked asked = ehr.asked("/public/token").get(0);
        assertThat(asked.method()).isEqualTo("POST");
        assertThat(asked.header("Content-Type")).startsWith("application/x-www-form-urlencoded");
        assertThat(asked.header("Authorization")).isNull();
        assertThat(asked.form())
                .containsEntry("grant_type", "authorization_code")
                .containsEntry("client_id", "app-public")
                .containsEntry("redirect_uri", app.base() + "/callback")
                .containsKeys("code", "code_verifier")
                .doesNotContainKeys("client_secret", "client_assertion");
    }

    @Test
    void a_client_with_a_secret_authenticates_by_basic_alone() {
        Page opened = browser.open(ehr, "secret");

        Asked asked = ehr.asked("/secret/token").get(0);
        String basic = String.valueOf(asked.header("Authorization")).replace("Basic ", "");
        assertThat(new String(Base64.getDecoder().decode(basic), StandardCharsets.UTF_8))
                .isEqualTo("app-secret:s3cr%25t%3A%C3%A4");
        assertThat(asked.form()).doesNotContainKeys("client_id", "client_secret", "client_assertion");
        assertThat(opened.status()).isEqualTo(302);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rs384", "es384"})
    void a_client_with_keys_signs_an_assertion_that_is_used_once(String name) throws Exception {
        browser.open(ehr, name);
        browser.open(ehr, name);

        List<Asked> asked = ehr.asked("/" + name + "/token");
        SignedJWT assertion = SignedJWT.parse(asked.get(0).form().get("client_assertion"));
        JWK published = JWKSet.parse(browser.get("/jwks.json").body())
                .getKeyByKeyId(assertion.getHeader().getKeyID());
        assertThat(assertion.verify(new DefaultJWSVerifierFactory()
                        .createJWSVerifier(assertion.getHeader(), ((AsymmetricJWK) published).toPublicKey())))
                .isTrue();
        assertThat(assertion.getHeader().getAlgorithm())
                .isEqualTo(JWSAlgorithm.parse(name.toUpperCase(java.util.Locale.ROOT)));
        assertThat(assertion.getHeader().getType()).hasToString("JWT");
        assertThat(assertion.getJWTClaimsSet().getIssuer()).isEqualTo("app-" + name);
        assertThat(assertion.getJWTClaimsSet().getSubject()).isEqualTo("app-" + name);
        assertThat(assertion.getJWTClaimsSet().getAudience()).containsExactly(ehr.base() + "/" + name + "/token");
        assertThat(assertion.getJWTClaimsSet().getExpirationTime().toInstant())
                .isBetween(Instant.now(), Instant.now().plusSeconds(300));
        assertThat(asked.get(0).form())
                .containsEntry("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
        assertThat(assertion.getJWTClaimsSet().getJWTID())
                .isNotEqualTo(SignedJWT.parse(asked.get(1).form().get("client_assertion"))
                        .getJWTClaimsSet()
                        .getJWTID());
    }

    @Test
    void whether_client_id_stands_beside_an_assertion_is_the_ehrs_choice() {
        browser.open(ehr, "rs384");
        browser.open(ehr, "es384");

        assertThat(ehr.asked("/rs384/token").get(0).form()).doesNotContainKey("client_id");
        assertThat(ehr.asked("/es384/token").get(0).form()).containsEntry("client_id", "app-es384");
    }

    @Test
    void the_launch_context_is_what_stands_beside_the_token() {
        ehr.grant(granted -> granted.putAll(Map.of(
                "intent",
                "homework-review",
                "need_patient_banner",
                true,
                "fhirUser",
                ehr.issuer("public") + "/Practitioner/17",
                "scope",
                "launch/patient patient/*.rs")));
        ehr.identify(request -> ehr.idToken(request, claims -> claims.claim("fhirUser", null)));

        Page context = browser.get(browser.open(ehr, "public").location() + "api/context");

        assertThat(context.json().path("role").asString()).isEqualTo("clinician");
        assertThat(context.json().path("intent").asString()).isEqualTo("homework-review");
        assertThat(context.json().path("patient").path("name").asString()).isEqualTo("Pat Example");
        assertThat(context.json().path("patient").path("birthDate").asString()).isEqualTo("1990-02-03");
    }

    @Test
    void the_fhir_server_is_asked_with_the_token_as_bearer() {
        browser.get(browser.open(ehr, "public").location());

        assertThat(ehr.asked("/fhir/Patient/p1"))
                .isNotEmpty()
                .allSatisfy(asked -> assertThat(asked.header("Authorization")).startsWith("Bearer access-"));
    }

    @Test
    void a_launch_without_a_patient_opens_and_says_so() {
        ehr.grant(granted -> granted.remove("patient"));

        Page opened = browser.get(browser.open(ehr, "public").location());

        assertThat(opened.status()).isEqualTo(200);
        assertThat(opened.body()).contains("No patient is open");
        assertThat(ehr.asked("/fhir/Patient/p1")).isEmpty();
    }

    @Test
    void keys_are_published_without_their_private_half() throws Exception {
        Page keys = browser.get("/jwks.json");

        assertThat(JWKSet.parse(keys.body()).getKeys())
                .hasSize(2)
                .allSatisfy(key -> assertThat(key.isPrivate()).isFalse())
                .extracting(key -> key.getAlgorithm().getName())
                .containsExactlyInAnyOrder("RS384", "ES384");
        assertThat(keys.body()).contains("\"kty\"", "\"kid\"", "\"n\"", "\"e\"", "\"crv\"", "\"x\"", "\"y\"");
        assertThat(keys.header("Cache-Control")).isEqualTo("max-age=300, public");
        assertThat(browser.cookies()).isEmpty();
    }
}
