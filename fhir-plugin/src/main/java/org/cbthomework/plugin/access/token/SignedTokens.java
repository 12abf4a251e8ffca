package org.cbthomework.plugin.access.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.net.MalformedURLException;
import java.net.URI;
import java.util.HashSet;
import java.util.Set;

/** Verifies signatures with the keys that an issuer publishes, kept for minutes and fetched again for a key unknown. */
final class SignedTokens {

    private static final int PATIENCE_MILLIS = 3_000;
    private static final int LARGEST_KEY_SET_BYTES = 100_000;

    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

    SignedTokens(URI jwks) {
        // Signatures by a key pair alone: with a shared secret, whoever verifies could also sign.
        Set<JWSAlgorithm> algorithms = new HashSet<>(JWSAlgorithm.Family.RSA);
        algorithms.addAll(JWSAlgorithm.Family.EC);
        DefaultResourceRetriever retriever =
                new DefaultResourceRetriever(PATIENCE_MILLIS, PATIENCE_MILLIS, LARGEST_KEY_SET_BYTES);
        try {
            processor.setJWSKeySelector(new JWSVerificationKeySelector<>(
                    algorithms,
                    JWKSourceBuilder.create(jwks.toURL(), retriever)
                            .retrying(true)
                            .build()));
        } catch (MalformedURLException unusable) {
            throw new IllegalArgumentException(
                    "The address of keys '" + jwks + "' cannot be fetched; use one that begins with https", unusable);
        }
        processor.setJWSTypeVerifier(
                new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
        // What the claims have to be is asked of every token in the same way, however it was verified.
        processor.setJWTClaimsSetVerifier(null);
    }

    Claims verify(JWT token) throws InvalidToken, Unverifiable {
        try {
            return new Claims(processor.process(token, null).getClaims());
        } catch (RateLimitReachedException unknownKeys) {
            throw new InvalidToken("The token is signed with an unknown key", unknownKeys);
        } catch (KeySourceException away) {
            throw new Unverifiable(away);
        } catch (BadJOSEException | JOSEException refused) {
            throw new InvalidToken("The token is not signed with a key of its issuer", refused);
        }
    }
}
