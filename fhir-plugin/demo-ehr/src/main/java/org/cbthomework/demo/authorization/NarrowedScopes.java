package org.cbthomework.demo.authorization;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.web.authentication.AuthenticationConverter;

/**
 * Leaves out of a request the scopes that the client may not be granted, as SMART has it: the response tells what was
 * granted. A request of which nothing would be left stays as it is, and is refused later.
 */
final class NarrowedScopes implements AuthenticationConverter {

    private final AuthenticationConverter reading;
    private final RegisteredClientRepository clients;

    NarrowedScopes(AuthenticationConverter reading, RegisteredClientRepository clients) {
        this.reading = reading;
        this.clients = clients;
    }

    @Override
    public @Nullable Authentication convert(HttpServletRequest request) {
        Authentication read = reading.convert(request);
        if (read instanceof OAuth2AuthorizationCodeRequestAuthenticationToken asked) {
            return narrowed(asked);
        }
        return read instanceof OAuth2ClientCredentialsAuthenticationToken asked ? narrowed(asked) : read;
    }

    private Authentication narrowed(OAuth2AuthorizationCodeRequestAuthenticationToken asked) {
        RegisteredClient client = clients.findByClientId(asked.getClientId());
        if (client == null) {
            return asked;
        }
        boolean isLaunched = asked.getAdditionalParameters().containsKey(ScopePolicy.LAUNCH);
        Set<String> left = ScopePolicy.of(client).forPerson(asked.getScopes(), isLaunched);
        return left.isEmpty()
                ? asked
                : new OAuth2AuthorizationCodeRequestAuthenticationToken(
                        asked.getAuthorizationUri(),
                        asked.getClientId(),
                        (Authentication) asked.getPrincipal(),
                        asked.getRedirectUri(),
                        asked.getState(),
                        left,
                        asked.getAdditionalParameters());
    }

    private static Authentication narrowed(OAuth2ClientCredentialsAuthenticationToken asked) {
        if (!(asked.getPrincipal() instanceof OAuth2ClientAuthenticationToken authenticated)
                || authenticated.getRegisteredClient() == null) {
            return asked;
        }
        Set<String> left = ScopePolicy.of(authenticated.getRegisteredClient()).forItself(asked.getScopes());
        return left.isEmpty()
                ? asked
                : new OAuth2ClientCredentialsAuthenticationToken(authenticated, left, asked.getAdditionalParameters());
    }
}
