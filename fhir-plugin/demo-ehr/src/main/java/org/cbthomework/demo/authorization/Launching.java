package org.cbthomework.demo.authorization;

import java.util.Optional;
import java.util.Set;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;

/** Takes up the launch that an authorization request names, once the request is found good and its person signed in. */
final class Launching implements AuthenticationProvider {

    private final AuthenticationProvider checking;
    private final Authorizations authorizations;
    private final Launches launches;

    Launching(AuthenticationProvider checking, Authorizations authorizations, Launches launches) {
        this.checking = checking;
        this.authorizations = authorizations;
        this.launches = launches;
    }

    @Override
    public Authentication authenticate(Authentication request) {
        OAuth2AuthorizationCodeRequestAuthenticationToken asked =
                (OAuth2AuthorizationCodeRequestAuthenticationToken) request;
        Authentication answer = checking.authenticate(asked);
        if (answer.isAuthenticated()
                && asked.getAdditionalParameters().get(ScopePolicy.LAUNCH) instanceof String handle) {
            OAuth2Authorization authorization = authorizations.begun(answer);
            Optional<LaunchContext> launched =
                    launches.redeem(handle, authorization.getPrincipalName(), authorization.getRegisteredClientId());
            if (launched.isEmpty()) {
                authorizations.remove(authorization);
                throw RequestRules.refused(
                        asked,
                        OAuth2ErrorCodes.INVALID_REQUEST,
                        "launch is unknown, used, expired, or of somebody else; launch the app again");
            }
            authorizations.save(OAuth2Authorization.from(authorization)
                    .attribute(LaunchContext.ATTRIBUTE, launched.get())
                    .build());
        }
        return answer;
    }

    /** Whether the person is to be asked: unless our own app is launched, and with a patient if it needs one. */
    boolean needsConsent(OAuth2AuthorizationCodeRequestAuthenticationContext context) {
        OAuth2AuthorizationCodeRequestAuthenticationToken asked = context.getAuthentication();
        Set<String> scopes = asked.getScopes();
        return !(Clients.isOurs(context.getRegisteredClient())
                && asked.getAdditionalParameters().get(ScopePolicy.LAUNCH) instanceof String handle
                && (launches.isOfPatient(handle) || !ScopePolicy.needPatient(scopes)));
    }

    @Override
    public boolean supports(Class<?> type) {
        return checking.supports(type);
    }
}
