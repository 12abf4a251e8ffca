package org.cbthomework.demo.harness;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A bearer token in the making: of a client without scopes, good for an hour, until a test says otherwise. */
public final class Token {

    private static final Duration LIFE = Duration.ofHours(1);

    private final TestIssuer issuer;
    private final JWTClaimsSet.Builder claims;
    private @Nullable JOSEObjectType type;

    Token(TestIssuer issuer, String base) {
        this.issuer = issuer;
        Instant now = Instant.now();
        this.claims = new JWTClaimsSet.Builder()
                .issuer(issuer.name())
                .audience(base)
                .subject("somebody")
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFE)))
                .jwtID(UUID.randomUUID().toString())
                .claim("client_id", "test-app");
    }

    /** Says what kind of token it is; null for none. */
    public Token typed(@Nullable String name) {
        type = name == null ? null : new JOSEObjectType(name);
        return this;
    }

    public Token client(String id) {
        return claim("client_id", id);
    }

    public Token scope(String scopes) {
        return claim("scope", scopes);
    }

    /** The patient in context. */
    public Token patient(String id) {
        return claim("patient", id);
    }

    /** The person who uses the app, as a relative reference. */
    public Token user(String reference) {
        claims.subject(reference);
        return claim("fhirUser", reference);
    }

    public Token expiring(Instant moment) {
        claims.expirationTime(Date.from(moment));
        return this;
    }

    /** Any claim; null leaves it out. */
    public Token claim(String name, @Nullable Object value) {
        claims.claim(name, value);
        return this;
    }

    /** Signed by the issuer, as an Authorization header carries it. */
    public String signed() {
        return signedBy(issuer);
    }

    /** Signed with the key of another issuer, which is passed off as this one's. */
    public String signedBy(TestIssuer signer) {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(issuer.key().getKeyID())
                            .type(type)
                            .build(),
                    claims.build());
            token.sign(new RSASSASigner(signer.key()));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("The token could not be signed", e);
        }
    }

    /** Not signed at all, {@code alg} being {@code none}. */
    public String unsigned() {
        return new PlainJWT(claims.build()).serialize();
    }
}
