package org.cbthomework.demo.authorization;

import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;

/** What SMART wants of a request beyond OAuth: the redirect URI to the letter, {@code aud}, a challenge, known scopes. */
final class RequestRules implements Consumer<OAuth2AuthorizationCodeRequestAuthenticationContext> {

    /** The SHA-256 of a verifier, in base64url. */
    private static final Pattern CHALLENGE = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final Issuer issuer;

    RequestRules(Issuer issuer) {
        this.issuer = issuer;
    }

    @Override
    public void accept(OAuth2AuthorizationCodeRequestAuthenticationContext context) {
        OAuth2AuthorizationCodeRequestAuthenticationToken asked = context.getAuthentication();
        RegisteredClient client = context.getRegisteredClient();
        if (asked.getRedirectUri() == null || !client.getRedirectUris().contains(asked.getRedirectUri())) {
            // Whoever this is from, nobody is sent there.
            throw new OAuth2AuthorizationCodeRequestAuthenticationException(
                    error(OAuth2ErrorCodes.INVALID_REQUEST, "redirect_uri is not one of those registered"), null);
        }
        Map<String, Object> parameters = asked.getAdditionalParameters();
        if (!(parameters.get("aud") instanceof String aud) || !issuer.isFhirBase(aud)) {
            throw refused(asked, OAuth2ErrorCodes.INVALID_REQUEST, "aud must be the FHIR base, " + issuer.fhirBase());
        }
        if (!(parameters.get("code_challenge") instanceof String challenge)
                || !CHALLENGE.matcher(challenge).matches()
                || !"S256".equals(parameters.get("code_challenge_method"))) {
            throw refused(asked, OAuth2ErrorCodes.INVALID_REQUEST, "a code_challenge by the method S256 is required");
        }
        if (parameters.containsKey("request_uri") || parameters.containsKey("request")) {
            throw refused(asked, "request_not_supported", "tell the parameters themselves");
        }
        boolean isLaunched = parameters.containsKey(ScopePolicy.LAUNCH);
        checkScopes(asked, ScopePolicy.of(client).forPerson(asked.getScopes(), isLaunched));
        if (isLaunched && !asked.getScopes().contains(ScopePolicy.LAUNCH)) {
            throw refused(asked, OAuth2ErrorCodes.INVALID_SCOPE, "whoever is launched asks for the scope launch");
        }
    }

    private static void checkScopes(OAuth2AuthorizationCodeRequestAuthenticationToken asked, Set<String> possible) {
        if (possible.isEmpty() || !possible.containsAll(asked.getScopes())) {
            throw refused(asked, OAuth2ErrorCodes.INVALID_SCOPE, "the client may be granted none of these scopes");
        }
    }

    /** The same of a client that asks for itself. */
    static void check(OAuth2ClientCredentialsAuthenticationContext context) {
        OAuth2ClientCredentialsAuthenticationToken asked = context.getAuthentication();
        Set<String> possible = ScopePolicy.of(context.getRegisteredClient()).forItself(asked.getScopes());
        if (possible.isEmpty() || !possible.containsAll(asked.getScopes())) {
            throw new OAuth2AuthenticationException(
                    error(OAuth2ErrorCodes.INVALID_SCOPE, "the client may be granted none of these scopes"));
        }
    }

    /** Sends the person back to the app with the error. */
    static OAuth2AuthorizationCodeRequestAuthenticationException refused(
            OAuth2AuthorizationCodeRequestAuthenticationToken asked, String code, String description) {
        return new OAuth2AuthorizationCodeRequestAuthenticationException(error(code, description), asked);
    }

    private static OAuth2Error error(String code, String description) {
        return new OAuth2Error(code, description, null);
    }
}
