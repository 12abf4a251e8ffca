package org.cbthomework.plugin.access.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSAEncrypter;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.EncryptedJWT;
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
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cbthomework.plugin.access.rule.Rules;
import org.cbthomework.plugin.access.scope.Scope;
import org.cbthomework.plugin.access.token.TrustedIssuer.Introspection;
import org.cbthomework.plugin.access.token.TrustedIssuer.Keys;
import org.cbthomework.plugin.access.token.TrustedIssuer.Verification;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("domain")
class TokensTest {

    private static final String BASE = "https://ehr.example/fhir";
    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");

    /** One for all tests: to make one takes a second. */
    private static final RSAKey KEY = made();

    private final HttpServer server;
    private String answer = "{\"active\":false}";

    TokensTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    private static RSAKey made() {
        try {
            return new RSAKeyGenerator(2048).keyID("k").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("No key could be made", e);
        }
    }

    @BeforeEach
    void publish() {
        serve("/jwks", () -> new JWKSet(KEY.toPublicJWK()).toString());
        serve("/introspect", () -> answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void serve(String path, java.util.function.Supplier<String> body) {
        server.createContext(path, exchange -> {
            byte[] bytes = body.get().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    private static Tokens tokens(Verification verification) {
        TrustedIssuer issuer = new TrustedIssuer(
                "https://as.example",
                verification,
                Scope.parse("patient/*.cruds").stream().toList(),
                Map.of(),
                Optional.empty(),
                Set.of(),
                Set.of());
        return new Tokens(() -> List.of(issuer), () -> BASE, Rules.ALL, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private Tokens byKeys() {
        return tokens(new Keys(at("/jwks")));
    }

    private Tokens byAsking() {
        return tokens(new Introspection(at("/introspect"), "us", "secret"));
    }

    private static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer("https://as.example")
                .audience(BASE)
                .subject("s")
                .expirationTime(Date.from(NOW.plusSeconds(60)))
                .claim("patient", "a")
                .claim("scope", "patient/Observation.rs nonsense system/*.cruds");
    }

    private static String signed(JWSAlgorithm algorithm, String keyId, JWSSigner signer, JWTClaimsSet claims)
            throws JOSEException {
        SignedJWT token =
                new SignedJWT(new JWSHeader.Builder(algorithm).keyID(keyId).build(), claims);
        token.sign(signer);
        return token.serialize();
    }

    private String signed(JWTClaimsSet claims) throws JOSEException {
        return signed(JWSAlgorithm.RS256, "k", new RSASSASigner(KEY), claims);
    }

    private static void assertInvalid(Tokens tokens, String token) {
        assertThatExceptionOfType(InvalidToken.class).isThrownBy(() -> tokens.verify(token));
    }

    @Test
    void a_signed_token_says_who_asks_and_grants_what_its_issuer_may() throws Exception {
        Caller caller = byKeys().verify(signed(claims().build()));
        assertThat(caller.patient()).hasValue("a");
        assertThat(caller.scopes())
                .containsExactly(Scope.parse("patient/Observation.rs").orElseThrow());
    }

    @Test
    void scopes_may_be_a_list() throws Exception {
        String token = signed(claims().claim("scope", List.of("patient/Observation.rs", "patient/Goal.r"))
                .build());
        assertThat(byKeys().verify(token).scopes()).hasSize(2);
    }

    @Test
    void without_a_signature_none_is_valid() {
        assertInvalid(byKeys(), new PlainJWT(claims().build()).serialize());
    }

    @Test
    void a_public_key_is_no_secret() throws JOSEException {
        byte[] secret = KEY.toRSAPublicKey().getEncoded();
        assertInvalid(byKeys(), signed(JWSAlgorithm.HS256, "k", new MACSigner(secret), claims().build()));
    }

    @Test
    void an_unknown_key_and_anothers_key_under_a_known_name_are_refused() throws JOSEException {
        RSAKey another = new RSAKeyGenerator(2048).generate();
        assertInvalid(byKeys(), signed(JWSAlgorithm.RS256, "x", new RSASSASigner(another), claims().build()));
        assertInvalid(byKeys(), signed(JWSAlgorithm.RS256, "k", new RSASSASigner(another), claims().build()));
    }

    @Test
    void an_encrypted_token_is_refused() throws JOSEException {
        EncryptedJWT token =
                new EncryptedJWT(new JWEHeader(JWEAlgorithm.RSA_OAEP_256, EncryptionMethod.A256GCM), claims().build());
        token.encrypt(new RSAEncrypter(KEY));
        assertInvalid(byKeys(), token.serialize());
    }

    @Test
    void a_token_counts_until_it_expires() throws JOSEException {
        assertInvalid(byKeys(), signed(claims().expirationTime(Date.from(NOW)).build()));
        assertInvalid(byKeys(), signed(claims().expirationTime(null).build()));
        assertInvalid(
                byKeys(),
                signed(claims().notBeforeTime(Date.from(NOW.plusSeconds(31))).build()));
    }

    @Test
    void a_token_is_for_this_server() throws JOSEException {
        assertInvalid(byKeys(), signed(claims().audience("https://ehr.example").build()));
        assertInvalid(byKeys(), signed(claims().audience((String) null).build()));
    }

    @Test
    void several_patients_in_one_claim_are_none() throws Exception {
        assertThat(byKeys().verify(
                                signed(claims().claim("patient", "a,Patient/b").build()))
                        .patient())
                .isEmpty();
    }

    @Test
    void a_user_of_another_server_is_not_the_same_as_none() throws Exception {
        Caller caller = byKeys().verify(signed(
                claims().claim("fhirUser", "https://x.example/Practitioner/1").build()));
        assertThat(caller.user()).hasValue(FhirUser.STRANGER);
        assertThat(byKeys().verify(signed(claims().build())).user()).isEmpty();
    }

    @Test
    void while_the_keys_are_away_nobody_can_tell() throws JOSEException {
        String token = signed(claims().build());
        Tokens tokens = byKeys();
        server.stop(0);
        assertThatExceptionOfType(Unverifiable.class).isThrownBy(() -> tokens.verify(token));
    }

    @Test
    void an_opaque_token_is_what_its_issuer_says() throws Exception {
        answer = "{\"active\":true,\"exp\":" + NOW.plusSeconds(60).getEpochSecond()
                + ",\"patient\":\"a\",\"scope\":\"patient/Goal.r\"}";
        assertThat(byAsking().verify("opaque").patient()).hasValue("a");
        assertInvalid(byKeys(), "opaque");
    }

    @Test
    void what_is_not_active_or_for_another_server_is_refused() {
        assertInvalid(byAsking(), "opaque");
        answer = "{\"active\":\"true\",\"exp\":" + NOW.plusSeconds(60).getEpochSecond() + "}";
        assertInvalid(byAsking(), "opaque");
        answer = "{\"active\":true,\"aud\":\"https://elsewhere.example\",\"exp\":"
                + NOW.plusSeconds(60).getEpochSecond() + "}";
        assertInvalid(byAsking(), "opaque");
    }

    @Test
    void while_the_issuer_cannot_be_asked_nobody_can_tell() {
        answer = "<html>";
        assertThatExceptionOfType(Unverifiable.class)
                .isThrownBy(() -> byAsking().verify("opaque"));
    }
}
