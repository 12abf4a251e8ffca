package org.cbthomework.plugin.access.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cbthomework.plugin.access.rule.Rules;
import org.cbthomework.plugin.access.scope.Scope;
import org.cbthomework.plugin.access.token.TrustedIssuer.Keys;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Grants of an app that was launched by EHRs; family 34, for the server beside them. */
@Tag("domain")
class LaunchGrantsTest {

    private static final String BASE = "https://homework.example/fhir";
    private static final String APP = "https://app.example";
    private static final String ONE = "https://one.example/fhir";
    private static final String TWO = "https://two.example/fhir";
    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");

    private final ECKey key;
    private final HttpServer server;
    private final Tokens tokens;

    LaunchGrantsTest() throws JOSEException, IOException {
        key = new ECKeyGenerator(Curve.P_384).keyID("k").generate();
        byte[] published = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/jwks.json", exchange -> {
            exchange.sendResponseHeaders(200, published.length);
            exchange.getResponseBody().write(published);
            exchange.close();
        });
        server.start();
        tokens = tokensAt(NOW);
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private Tokens tokensAt(Instant now) {
        TrustedIssuer app = new TrustedIssuer(
                APP,
                new Keys(URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/jwks.json")),
                scopes("patient/*.cruds user/Task.rs user/ServiceRequest.crus"),
                Map.of(),
                Optional.empty(),
                Set.of(),
                Set.of(ONE, TWO));
        return new Tokens(() -> List.of(app), () -> BASE, Rules.ALL, Clock.fixed(now, ZoneOffset.UTC));
    }

    private static List<Scope> scopes(String words) {
        return Arrays.stream(words.split(" "))
                .flatMap(word -> Scope.parse(word).stream())
                .toList();
    }

    /** What an app grants to a clinician who has opened the chart of a patient. */
    private static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(APP)
                .audience(BASE)
                .subject(ONE + "/Practitioner/7")
                .jwtID("j")
                .issueTime(Date.from(NOW))
                .expirationTime(Date.from(NOW.plus(Duration.ofMinutes(5))))
                .claim("client_id", APP)
                .claim("ehr", ONE)
                .claim("patient", "1")
                .claim("patient_zone", "Asia/Tokyo")
                .claim("fhirUser", ONE + "/Practitioner/7")
                .claim("scope", "user/Task.rs user/ServiceRequest.crus");
    }

    private static String signed(JWSAlgorithm algorithm, String type, JWSSigner signer, JWTClaimsSet claims)
            throws JOSEException {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(algorithm)
                        .keyID("k")
                        .type(new JOSEObjectType(type))
                        .build(),
                claims);
        token.sign(signer);
        return token.serialize();
    }

    private String signed(JWTClaimsSet.Builder claims) throws JOSEException {
        return signed(JWSAlgorithm.ES384, "at+jwt", new ECDSASigner(key), claims.build());
    }

    private void assertInvalid(String token, String reason) {
        assertThatExceptionOfType(InvalidToken.class)
                .isThrownBy(() -> tokens.verify(token))
                .withMessageContaining(reason);
    }

    @Test
    void a_grant_says_who_asks_by_their_ids_here_and_what_their_launch_was_granted() throws Exception {
        Caller caller = tokens.verify(signed(claims()));

        Stub patient = new Stub("Patient", ONE, "1", Optional.of("Asia/Tokyo"), Optional.empty());
        Stub clinician = new Stub("Practitioner", ONE, "7", Optional.empty(), Optional.empty());
        assertThat(caller.patient()).hasValue(patient.id());
        assertThat(caller.user()).hasValue(new FhirUser("Practitioner", clinician.id()));
        assertThat(caller.stubs()).containsExactly(patient, clinician);
        assertThat(caller.scopes()).isEqualTo(scopes("user/Task.rs user/ServiceRequest.crus"));
    }

    @Test
    void the_same_patient_number_at_another_ehr_is_another_patient() throws Exception {
        Caller atOne = tokens.verify(signed(claims()));
        Caller atTwo = tokens.verify(signed(claims().claim("ehr", TWO).claim("fhirUser", TWO + "/Practitioner/7")));

        assertThat(atTwo.patient()).isNotEqualTo(atOne.patient());
        assertThat(atTwo.user()).isNotEqualTo(atOne.user());
    }

    @Test
    void a_patient_who_launches_is_the_patient_in_context() throws Exception {
        Caller caller = tokens.verify(signed(claims().claim("fhirUser", "Patient/1")));

        assertThat(caller.user().map(FhirUser::id)).isEqualTo(caller.patient());
        assertThat(caller.stubs()).hasSize(1);
    }

    @Test
    void a_proxy_is_one_for_the_patient_in_context_and_for_nobody_without_one() throws Exception {
        Caller proxy = tokens.verify(signed(claims().claim("fhirUser", "RelatedPerson/9")));
        Caller ofNobody = tokens.verify(
                signed(claims().claim("fhirUser", "RelatedPerson/9").claim("patient", null)));

        assertThat(proxy.stubs().get(1).patient()).isEqualTo(proxy.patient());
        assertThat(ofNobody.user()).hasValue(FhirUser.STRANGER);
        assertThat(ofNobody.stubs()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                TWO + "/Practitioner/7",
                BASE + "/Practitioner/7",
                "Person/7",
                "Organization/7",
                "https://one.example/fhir/Practitioner/7/_history/1"
            })
    void a_user_who_is_nobody_of_that_ehr_is_a_stranger(String user) throws Exception {
        assertThat(tokens.verify(signed(claims().claim("fhirUser", user))).user())
                .hasValue(FhirUser.STRANGER);
    }

    @Test
    void a_zone_that_is_none_is_not_kept() throws Exception {
        Caller caller = tokens.verify(signed(claims().claim("patient_zone", "Mars/Olympus")));

        assertThat(caller.stubs().get(0).zone()).isEmpty();
    }

    @Test
    void more_than_an_app_may_grant_and_anything_of_the_system_is_not_granted() throws Exception {
        Caller caller = tokens.verify(
                signed(claims().claim("scope", "system/*.cruds user/*.cruds user/Observation.rs user/Task.cruds")));

        assertThat(caller.scopes())
                .containsExactlyInAnyOrderElementsOf(scopes("user/Task.rs user/ServiceRequest.crus"));
        assertThat(caller.isUnbounded()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "ehr, https://elsewhere.example/fhir, does not speak for",
        "ehr, '', does not speak for",
        "ehr, https://one.example, does not speak for",
        "aud, https://elsewhere.example/fhir, for another server",
        "jti, '', no jti",
        "iss, https://one.example/fhir, unknown issuer"
    })
    void family_34_a_grant_that_claims_otherwise_is_refused(String claim, String value, String reason)
            throws Exception {
        assertInvalid(signed(claims().claim(claim, value)), reason);
    }

    @Test
    void family_34_a_grant_for_two_servers_could_be_replayed_by_the_other() throws Exception {
        assertInvalid(
                signed(claims().audience(List.of(BASE, "https://elsewhere.example/fhir"))),
                "meant for several servers");
    }

    @Test
    void family_34_a_grant_for_longer_than_five_minutes_is_refused() throws Exception {
        assertInvalid(signed(claims().expirationTime(Date.from(NOW.plusSeconds(301)))), "longer than 5 minutes");
        assertInvalid(signed(claims().expirationTime(null)), "longer than 5 minutes");
        assertInvalid(signed(claims().issueTime(null)), "when it was issued");
        assertInvalid(
                signed(claims().issueTime(Date.from(NOW.plusSeconds(60)))
                        .expirationTime(Date.from(NOW.plusSeconds(120)))),
                "in the future");
    }

    @Test
    void family_34_a_grant_is_good_until_its_launch_ends_and_not_when_replayed_after() throws Exception {
        String token = signed(claims().expirationTime(Date.from(NOW.plusSeconds(40))));

        assertThat(tokensAt(NOW.plusSeconds(39)).verify(token).patient()).isPresent();
        assertThatExceptionOfType(InvalidToken.class)
                .isThrownBy(() -> tokensAt(NOW.plusSeconds(40)).verify(token))
                .withMessageContaining("expired");
    }

    @Test
    void family_34_a_clock_that_is_a_little_ahead_does_no_harm() throws Exception {
        JWTClaimsSet.Builder ahead =
                claims().issueTime(Date.from(NOW.plusSeconds(20))).expirationTime(Date.from(NOW.plusSeconds(320)));

        assertThat(tokens.verify(signed(ahead)).patient()).isPresent();
    }

    @Test
    void family_34_without_the_apps_key_nobody_grants_anything() throws Exception {
        ECKey another = new ECKeyGenerator(Curve.P_384).keyID("k").generate();
        JWTClaimsSet claims = claims().build();
        byte[] published = key.toPublicJWK().toString().getBytes(StandardCharsets.UTF_8);

        assertInvalid(signed(JWSAlgorithm.ES384, "at+jwt", new ECDSASigner(another), claims), "not signed with a key");
        assertInvalid(signed(JWSAlgorithm.HS256, "at+jwt", new MACSigner(published), claims), "not signed with a key");
        assertInvalid(new PlainJWT(claims).serialize(), "not signed with a key");
    }

    @ParameterizedTest
    @ValueSource(strings = {"JWT", "dpop+jwt"})
    void family_34_what_the_app_signs_for_another_purpose_is_no_grant(String type) throws Exception {
        String token = signed(JWSAlgorithm.ES384, type, new ECDSASigner(key), claims().build());

        assertThatExceptionOfType(InvalidToken.class).isThrownBy(() -> tokens.verify(token));
    }
}
