package org.cbthomework.launch.authorization;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.factories.DefaultJWSSignerFactory;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenRevocationRequest;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.PrivateKeyJWT;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;
import org.cbthomework.launch.ehr.Credential;
import org.cbthomework.launch.ehr.Ehr;
import org.cbthomework.launch.keys.SigningKeys;

/** Requests of the app as a client, authenticated as each EHR has it registered. */
public final class ClientRequests {

    /** At most five minutes, by SMART App Launch; clocks differ. */
    private static final Duration LIFETIME = Duration.ofMinutes(4);

    private final SigningKeys keys;
    private final Clock clock;

    public ClientRequests(SigningKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    HTTPRequest token(Ehr ehr, URI endpoint, AuthorizationGrant grant) {
        ClientID client = new ClientID(ehr.clientId());
        TokenRequest.Builder request = authentication(ehr, endpoint)
                .map(proof -> new TokenRequest.Builder(endpoint, proof, grant))
                .orElseGet(() -> new TokenRequest.Builder(endpoint, client, grant));
        if (ehr.credential() instanceof Credential.Signature signature && signature.sendsClientId()) {
            request.customParameter("client_id", client.getValue());
        }
        return request.build().toHTTPRequest();
    }

    /** The assertion is meant for the token endpoint: other endpoints take it too. */
    HTTPRequest revocation(Ehr ehr, URI endpoint, URI tokenEndpoint, String refreshToken) {
        RefreshToken token = new RefreshToken(refreshToken);
        return authentication(ehr, tokenEndpoint)
                .map(proof -> new TokenRevocationRequest(endpoint, proof, token))
                .orElseGet(() -> new TokenRevocationRequest(endpoint, new ClientID(ehr.clientId()), token))
                .toHTTPRequest();
    }

    /** Empty for a public client. */
    private Optional<ClientAuthentication> authentication(Ehr ehr, URI audience) {
        if (ehr.credential() instanceof Credential.Secret secret) {
            return Optional.of(new ClientSecretBasic(new ClientID(ehr.clientId()), new Secret(secret.value())));
        }
        return ehr.credential() instanceof Credential.Signature signature
                ? Optional.of(new PrivateKeyJWT(assertion(
                        ehr.clientId(),
                        audience,
                        JWSAlgorithm.parse(signature.algorithm().name()))))
                : Optional.empty();
    }

    private SignedJWT assertion(String client, URI audience, JWSAlgorithm algorithm) {
        JWK key = keys.of(algorithm);
        SignedJWT assertion = new SignedJWT(
                new JWSHeader.Builder(algorithm)
                        .type(JOSEObjectType.JWT)
                        .keyID(key.getKeyID())
                        .build(),
                new JWTClaimsSet.Builder()
                        .issuer(client)
                        .subject(client)
                        .audience(audience.toString())
                        .jwtID(UUID.randomUUID().toString())
                        .issueTime(Date.from(clock.instant()))
                        .expirationTime(Date.from(clock.instant().plus(LIFETIME)))
                        .build());
        try {
            assertion.sign(new DefaultJWSSignerFactory().createJWSSigner(key, algorithm));
        } catch (JOSEException e) {
            throw new IllegalStateException("The app's key does not sign by " + algorithm, e);
        }
        return assertion;
    }
}
