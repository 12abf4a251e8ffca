package org.cbthomework.launch.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.cbthomework.launch.harness.FakeEhr;
import org.cbthomework.launch.harness.Page;
import org.cbthomework.launch.harness.RunningApp;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Family 34: an id_token that is not as it should be opens nothing. */
@Tag("server")
class IdTokenTest {

    private final RunningApp app = RunningApp.shared();
    private final FakeEhr ehr = RunningApp.EHR;

    private void assertRefused() {
        Page refused = app.browser().open(ehr, "public");

        assertThat(refused.status()).isEqualTo(502);
        assertThat(refused.body()).contains("Who you are could not be made sure of");
        assertThat(refused.headers().firstValue("Location")).isEmpty();
    }

    @Test
    void family_34_an_id_token_without_a_signature_is_refused() {
        ehr.identify(request -> new PlainJWT(ehr.claims(request).build()).serialize());

        assertRefused();
    }

    @Test
    void family_34_an_id_token_signed_by_hs256_with_the_public_key_is_refused() throws JOSEException {
        byte[] publicKey = ehr.key().toRSAPublicKey().getEncoded();
        ehr.identify(request -> {
            try {
                SignedJWT token = new SignedJWT(
                        new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("fake").build(),
                        ehr.claims(request).build());
                token.sign(new MACSigner(publicKey));
                return token.serialize();
            } catch (JOSEException e) {
                throw new IllegalStateException(e);
            }
        });

        assertRefused();
    }

    @Test
    void family_34_an_id_token_signed_with_another_key_is_refused() throws JOSEException {
        RSASSASigner another = new RSASSASigner(new RSAKeyGenerator(2048).generate());
        ehr.identify(request -> {
            try {
                SignedJWT token = new SignedJWT(
                        new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("fake").build(),
                        ehr.claims(request).build());
                token.sign(another);
                return token.serialize();
            } catch (JOSEException e) {
                throw new IllegalStateException(e);
            }
        });

        assertRefused();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrong")
    void family_34_an_id_token_with_a_wrong_claim_is_refused(String what, Consumer<JWTClaimsSet.Builder> change) {
        assertThat(what).isNotBlank();
        ehr.identify(request -> ehr.idToken(request, change));

        assertRefused();
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                wrong("another nonce", claims -> claims.claim("nonce", "another")),
                wrong("no nonce", claims -> claims.claim("nonce", null)),
                wrong("another audience", claims -> claims.audience("another")),
                wrong("no audience", claims -> claims.audience(List.of())),
                wrong("another party", claims -> claims.claim("azp", "another")),
                wrong("another issuer", claims -> claims.issuer("https://evil.example")),
                wrong("no issuer", claims -> claims.issuer(null)),
                wrong("no subject", claims -> claims.subject(null)),
                wrong(
                        "over",
                        claims -> claims.expirationTime(Date.from(Instant.now().minusSeconds(300)))),
                wrong("no end", claims -> claims.expirationTime(null)));
    }

    private static Arguments wrong(String what, Consumer<JWTClaimsSet.Builder> change) {
        return Arguments.of(what, change);
    }

    @Test
    void who_launched_is_what_the_id_token_says() {
        ehr.identify(request ->
                ehr.idToken(request, claims -> claims.claim("fhirUser", ehr.issuer("public") + "/Practitioner/17")));
        var browser = app.browser();

        Page context = browser.get(browser.open(ehr, "public").location() + "api/context");

        assertThat(context.json().path("role").asString()).isEqualTo("clinician");
        assertThat(ehr.asked("/public/.well-known/openid-configuration")).hasSize(1);
        assertThat(ehr.asked("/public/keys")).hasSize(1);
    }

    @Test
    void a_user_on_another_server_is_nobody_here() {
        ehr.identify(request ->
                ehr.idToken(request, claims -> claims.claim("fhirUser", "https://evil.example/fhir/Practitioner/17")));
        var browser = app.browser();

        Page context = browser.get(browser.open(ehr, "public").location() + "api/context");

        assertThat(context.json().path("role").asString()).isEqualTo("patient");
    }
}
