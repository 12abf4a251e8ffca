package org.cbthomework.demo.authorization;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.KeyType;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;

/**
 * Verifies what clients sign to say who they are: by RS384 or ES384 with a registered key, for this token endpoint, for
 * five minutes at most, and each once.
 *
 * @see <a href="https://hl7.org/fhir/smart-app-launch/STU2.2/client-confidential-asymmetric.html">SMART: asymmetric</a>
 */
final class Assertions implements JwtDecoderFactory<RegisteredClient> {

    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(JWSAlgorithm.RS384, JWSAlgorithm.ES384);
    private static final Duration LONGEST = Duration.ofMinutes(5);
    /** By how much a client's clock may be wrong. */
    private static final Duration SKEW = Duration.ofSeconds(30);

    private final Map<String, Instant> seen = new ConcurrentHashMap<>();
    private final Issuer issuer;
    private final ClientKeys keys;
    private final Clock clock;

    Assertions(Issuer issuer, ClientKeys keys, Clock clock) {
        this.issuer = issuer;
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    public JwtDecoder createDecoder(RegisteredClient client) {
        return assertion -> verified(assertion, client);
    }

    private Jwt verified(String assertion, RegisteredClient client) {
        try {
            SignedJWT jwt = SignedJWT.parse(assertion);
            checkHeader(jwt.getHeader(), client);
            checkSignature(jwt, client);
            JWTClaimsSet claims = jwt.getJWTClaimsSet();
            checkClaims(claims, client.getClientId());
            return new Jwt(
                    assertion,
                    null,
                    claims.getExpirationTime().toInstant(),
                    Map.copyOf(jwt.getHeader().toJSONObject()),
                    Map.of("sub", client.getClientId()));
        } catch (ParseException | JOSEException unreadable) {
            throw new BadJwtException("The assertion cannot be read", unreadable);
        }
    }

    private static void checkHeader(JWSHeader header, RegisteredClient client) {
        require(ALGORITHMS.contains(header.getAlgorithm()), "is signed by RS384 or ES384");
        require(header.getKeyID() != null, "names its key by kid");
        require(
                header.getType() == null || header.getType().getType().equalsIgnoreCase("JWT"),
                "is of no type but JWT");
        require(
                header.getJWKURL() == null
                        || header.getJWKURL()
                                .toString()
                                .equals(client.getClientSettings().getJwkSetUrl()),
                "has no jku but the registered one");
    }

    private void checkSignature(SignedJWT jwt, RegisteredClient client) throws JOSEException {
        JWKSelector wanted = new JWKSelector(new JWKMatcher.Builder()
                .keyID(jwt.getHeader().getKeyID())
                .keyType(KeyType.forAlgorithm(jwt.getHeader().getAlgorithm()))
                .privateOnly(false)
                .build());
        for (JWK key : keys.select(client, wanted)) {
            if (jwt.verify(new DefaultJWSVerifierFactory()
                    .createJWSVerifier(jwt.getHeader(), ((AsymmetricJWK) key).toPublicKey()))) {
                return;
            }
        }
        throw new BadJwtException("The assertion is signed with no registered key");
    }

    private void checkClaims(JWTClaimsSet claims, String client) {
        require(
                client.equals(claims.getIssuer()) && client.equals(claims.getSubject()),
                "has the client as iss and sub");
        require(claims.getAudience().equals(List.of(issuer.tokenEndpoint())), "is for the token endpoint");
        require(claims.getExpirationTime() != null && claims.getJWTID() != null, "has exp and jti");
        Instant now = clock.instant();
        Instant end = claims.getExpirationTime().toInstant();
        require(now.isBefore(end.plus(SKEW)), "has not expired");
        require(!end.isAfter(now.plus(LONGEST).plus(SKEW)), "expires within five minutes");
        require(
                claims.getNotBeforeTime() == null
                        || !claims.getNotBeforeTime().toInstant().isAfter(now.plus(SKEW)),
                "is valid already");
        seen.values().removeIf(until -> now.isAfter(until));
        require(seen.putIfAbsent(client + " " + claims.getJWTID(), end.plus(SKEW)) == null, "has a jti of its own");
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new BadJwtException("An assertion " + what);
        }
    }
}
