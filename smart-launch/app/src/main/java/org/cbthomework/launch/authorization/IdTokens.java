package org.cbthomework.launch.authorization;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.text.ParseException;
import java.util.Set;
import org.cbthomework.launch.discovery.Discovering;
import org.cbthomework.launch.discovery.DiscoveryFailed;
import org.cbthomework.launch.ehr.Ehr;
import org.jspecify.annotations.Nullable;

/**
 * Verifies id_tokens: signed with a published key by an asymmetric algorithm, of the issuer, for this client, not over, and
 * for the request that was made.
 */
final class IdTokens {

    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512);

    private final Discovering discovering;

    IdTokens(Discovering discovering) {
        this.discovering = discovering;
    }

    /**
     * What it claims.
     *
     * @param issuer as the EHR tells it; null if it does not, and then any issuer on its hosts
     * @throws LaunchRefused if it is not as it should be, or the keys are not to be had
     */
    IDTokenClaimsSet verify(Ehr ehr, @Nullable String issuer, JWT token, Nonce nonce) {
        try {
            String expected = issuer == null ? told(token) : issuer;
            JWKSet keys = JWKSet.parse(discovering.keys(ehr, expected));
            IDTokenValidator validator = new IDTokenValidator(
                    new Issuer(expected),
                    new ClientID(ehr.clientId()),
                    new JWSVerificationKeySelector<SecurityContext>(ALGORITHMS, new ImmutableJWKSet<>(keys)),
                    null);
            IDTokenClaimsSet claims = validator.validate(token, nonce);
            checkParty(claims, ehr);
            return claims;
        } catch (DiscoveryFailed failed) {
            throw new LaunchRefused(Refusal.IDENTITY, String.valueOf(failed.getMessage()), ehr, failed);
        } catch (ParseException | BadJOSEException | JOSEException wrong) {
            // The message may quote a claim, the kind of failure does not.
            throw new LaunchRefused(
                    Refusal.IDENTITY,
                    "the id_token is refused: " + wrong.getClass().getSimpleName(),
                    ehr,
                    wrong);
        }
    }

    /** The library asks who the authorized party is only where there are several audiences. */
    private static void checkParty(IDTokenClaimsSet claims, Ehr ehr) throws BadJOSEException {
        if (claims.getAuthorizedParty() != null
                && !ehr.clientId().equals(claims.getAuthorizedParty().getValue())) {
            throw new BadJWTException("of another party");
        }
    }

    private static String told(JWT token) throws ParseException {
        String issuer = token.getJWTClaimsSet().getIssuer();
        if (issuer == null) {
            throw new ParseException("no issuer", 0);
        }
        return issuer;
    }
}
