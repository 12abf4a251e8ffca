package org.cbthomework.demo.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.cbthomework.demo.authorization.Web.Page;
import org.cbthomework.demo.harness.EhrOnH2;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@EhrOnH2
class SignedClientTest extends SmartServer {

    private static final String INLINE = "test-inline";
    private static final String BY_ADDRESS = "test-by-address";

    private final Keys keys = new Keys("max-age=60");

    @BeforeEach
    void registerKeys() {
        clients.register(INLINE, registration(null, keys.jwks()));
        clients.register(BY_ADDRESS, registration(keys.address(), null));
    }

    @AfterEach
    void stop() {
        keys.close();
    }

    @Test
    void keys_are_registered_themselves_or_by_their_address_and_sign_by_rs384_or_es384() {
        for (String client : List.of(INLINE, BY_ADDRESS)) {
            Page rsa = asks(rs384(client, claims(client)));
            Page ec = asks(es384(client));

            assertThat(rsa.status()).as(rsa.body()).isEqualTo(200);
            assertThat(ec.status()).as(ec.body()).isEqualTo(200);
            assertThat(rsa.scopes()).containsExactly("system/*.rs");
            assertThat(App.claims(rsa.told("access_token")).getSubject()).isEqualTo(client);
        }
    }

    @Test
    void a_token_of_a_backend_service_lasts_five_minutes() {
        Page tokens = asks(rs384(INLINE, claims(INLINE)));

        assertThat(tokens.json().path("expires_in").asInt()).isBetween(290, 300);
        JWTClaimsSet access = App.claims(tokens.told("access_token"));
        assertThat(access.getExpirationTime())
                .isEqualTo(Date.from(access.getIssueTime().toInstant().plusSeconds(300)));
    }

    @Test
    void a_client_id_beside_the_assertion_must_be_the_same() {
        assertThat(asks(rs384(INLINE, claims(INLINE)), "client_id", INLINE).status())
                .isEqualTo(200);
        assertRefused(asks(rs384(INLINE, claims(INLINE)), "client_id", BY_ADDRESS));
    }

    @Test
    void an_assertion_is_used_once() {
        String assertion = rs384(INLINE, claims(INLINE));
        assertThat(asks(assertion).status()).isEqualTo(200);

        assertRefused(asks(assertion));
        assertRefused(asks(rs384(INLINE, claims(INLINE).jwtID(jti(assertion)))));
        assertThat(asks(rs384(BY_ADDRESS, claims(BY_ADDRESS).jwtID(jti(assertion))))
                        .status())
                .as("of another client")
                .isEqualTo(200);
    }

    @Test
    void an_assertion_says_who_for_whom_and_until_when_within_five_minutes() {
        for (Consumer<JWTClaimsSet.Builder> wrong : List.<Consumer<JWTClaimsSet.Builder>>of(
                claims -> claims.issuer(BY_ADDRESS),
                claims -> claims.subject(BY_ADDRESS),
                claims -> claims.subject("nobody").issuer("nobody"),
                claims -> claims.audience("https://ehr.example.org/oauth2/token"),
                claims -> claims.audience(base()),
                claims -> claims.audience((String) null),
                claims -> claims.jwtID(null),
                claims -> claims.expirationTime(null),
                claims -> claims.expirationTime(in(Duration.ofMinutes(-1))),
                claims -> claims.expirationTime(in(Duration.ofMinutes(7))),
                claims -> claims.notBeforeTime(in(Duration.ofMinutes(2))))) {
            JWTClaimsSet.Builder claims = claims(INLINE);
            wrong.accept(claims);

            assertRefused(asks(rs384(INLINE, claims)));
        }
    }

    @Test
    void only_a_registered_key_signs_and_by_no_other_algorithm() throws JOSEException {
        JWSHeader header = header(JWSAlgorithm.RS384, "rsa", null);
        assertRefused(asks(signed(header, claims(INLINE), new RSASSASigner(Keys.FOREIGN))));
        assertRefused(
                asks(signed(header(JWSAlgorithm.RS256, "rsa", null), claims(INLINE), new RSASSASigner(keys.rsa))));
        assertRefused(
                asks(signed(header(JWSAlgorithm.RS384, "other", null), claims(INLINE), new RSASSASigner(keys.rsa))));
        assertRefused(asks("not.a.jwt"));
        assertRefused(asks(rs384(INLINE, claims(INLINE)) + "x"));
    }

    @Test
    void keys_are_looked_up_nowhere_but_where_they_were_registered() throws JOSEException {
        try (Keys elsewhere = new Keys(Keys.FOREIGN, "no-store")) {
            JWSHeader header = header(JWSAlgorithm.RS384, "rsa", elsewhere.address());

            assertRefused(asks(signed(header, claims(BY_ADDRESS), new RSASSASigner(elsewhere.rsa))));

            assertThat(elsewhere.asked).hasValue(0);
        }
        JWSHeader registered = header(JWSAlgorithm.RS384, "rsa", keys.address());
        assertThat(asks(signed(registered, claims(BY_ADDRESS), new RSASSASigner(keys.rsa)))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void keys_are_kept_as_long_as_they_may_be_and_no_longer() {
        asks(rs384(BY_ADDRESS, claims(BY_ADDRESS)));
        asks(rs384(BY_ADDRESS, claims(BY_ADDRESS)));
        assertThat(keys.asked).hasValue(1);

        try (Keys fresh = new Keys("no-store, max-age=60")) {
            clients.register("test-fresh", registration(fresh.address(), null));
            asks(signedBy(fresh, "test-fresh"));
            asks(signedBy(fresh, "test-fresh"));

            assertThat(fresh.asked).hasValue(2);
        }
    }

    @Test
    void keys_that_cannot_be_had_are_a_refusal_and_no_failure() {
        clients.register("test-unreachable", registration("http://localhost:1/jwks", null));

        assertRefused(asks(rs384("test-unreachable", claims("test-unreachable"))));
    }

    @Test
    void a_client_of_a_secret_cannot_sign_and_one_of_keys_has_no_secret() {
        assertRefused(asks(rs384("cbt-homework-tour", claims("cbt-homework-tour"))));
        assertThat(new App(base(), INLINE, "s3cret")
                        .token(Map.of("grant_type", "client_credentials", "scope", "system/*.rs"))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void an_app_with_keys_exchanges_a_code_by_its_verifier_and_refreshes() {
        App signing = new App(base(), INLINE, null);
        String scope = "openid user/*.rs offline_access";
        Map<String, Object> exchange = new HashMap<>(Map.of(
                "grant_type",
                "authorization_code",
                "redirect_uri",
                App.REDIRECT,
                "code",
                App.code(signing.consent(browser(CLINICIAN), scope, scope, null)),
                "code_verifier",
                App.VERIFIER));

        Page tokens = asks(rs384(INLINE, claims(INLINE)), exchange);

        assertThat(tokens.status()).as(tokens.body()).isEqualTo(200);
        Page refreshed = asks(
                es384(INLINE), Map.of("grant_type", "refresh_token", "refresh_token", tokens.told("refresh_token")));
        assertThat(refreshed.status()).isEqualTo(200);
        exchange.put("code", App.code(signing.consent(browser(CLINICIAN), scope, scope, null)));
        exchange.put("code_verifier", "wrong");
        assertThat(asks(rs384(INLINE, claims(INLINE)), exchange).status()).isGreaterThanOrEqualTo(400);
        assertThat(signing.refresh(refreshed).status()).as("unsigned").isEqualTo(401);
    }

    private static Registration registration(@Nullable String address, @Nullable String jwks) {
        return new Registration(
                "Signs",
                App.SCOPES + " system/*.rs",
                List.of(URI.create(App.REDIRECT)),
                null,
                address,
                jwks,
                List.of(),
                false);
    }

    private Page asks(String assertion, String... further) {
        Map<String, Object> form = new HashMap<>(Map.of("grant_type", "client_credentials", "scope", "system/*.rs"));
        for (int i = 0; i < further.length; i += 2) {
            form.put(further[i], further[i + 1]);
        }
        return asks(assertion, form);
    }

    private Page asks(String assertion, Map<String, Object> form) {
        Map<String, Object> all = new HashMap<>(form);
        all.put("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
        all.put("client_assertion", assertion);
        return new Web(base()).post("/oauth2/token", all);
    }

    private JWTClaimsSet.Builder claims(String client) {
        return new JWTClaimsSet.Builder()
                .issuer(client)
                .subject(client)
                .audience(base() + "/oauth2/token")
                .jwtID(UUID.randomUUID().toString())
                .expirationTime(in(Duration.ofMinutes(4)));
    }

    private String rs384(String client, JWTClaimsSet.Builder claims) {
        try {
            return signed(header(JWSAlgorithm.RS384, "rsa", null), claims, new RSASSASigner(keys.rsa));
        } catch (JOSEException e) {
            throw new IllegalStateException(client, e);
        }
    }

    private String signedBy(Keys other, String client) {
        try {
            return signed(header(JWSAlgorithm.RS384, "rsa", null), claims(client), new RSASSASigner(other.rsa));
        } catch (JOSEException e) {
            throw new IllegalStateException(client, e);
        }
    }

    private String es384(String client) {
        try {
            return signed(header(JWSAlgorithm.ES384, "ec", null), claims(client), new ECDSASigner(keys.ec));
        } catch (JOSEException e) {
            throw new IllegalStateException(client, e);
        }
    }

    private static JWSHeader header(JWSAlgorithm algorithm, String key, @Nullable String jku) {
        JWSHeader.Builder header =
                new JWSHeader.Builder(algorithm).type(JOSEObjectType.JWT).keyID(key);
        return (jku == null ? header : header.jwkURL(URI.create(jku))).build();
    }

    private static String signed(JWSHeader header, JWTClaimsSet.Builder claims, JWSSigner signer) throws JOSEException {
        SignedJWT jwt = new SignedJWT(header, claims.build());
        jwt.sign(signer);
        return jwt.serialize();
    }

    private static String jti(String assertion) {
        return App.claims(assertion).getJWTID();
    }

    private static Date in(Duration time) {
        return Date.from(Instant.now().plus(time));
    }

    private static void assertRefused(Page answered) {
        assertThat(answered.status()).as(answered.body()).isEqualTo(401);
        assertThat(answered.told("error")).isEqualTo("invalid_client");
    }
}
