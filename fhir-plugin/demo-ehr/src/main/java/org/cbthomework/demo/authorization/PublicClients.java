package org.cbthomework.demo.authorization;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.web.authentication.AuthenticationConverter;

/**
 * Public clients where there is no code to verify, which is all that Spring's own part knows: when they refresh and
 * revoke. They tell who they are and prove nothing; the token they bring is bound to them.
 */
final class PublicClients implements AuthenticationConverter, AuthenticationProvider {

    private final RegisteredClientRepository clients;

    PublicClients(RegisteredClientRepository clients) {
        this.clients = clients;
    }

    @Override
    public @Nullable Authentication convert(HttpServletRequest request) {
        boolean isTheirs = "refresh_token".equals(request.getParameter("grant_type"))
                || request.getRequestURI().equals("/oauth2/revoke");
        String[] ids = request.getParameterValues("client_id");
        return isTheirs
                        && ids != null
                        && ids.length == 1
                        && request.getHeader(HttpHeaders.AUTHORIZATION) == null
                        && request.getParameter("client_assertion") == null
                ? new Told(ids[0])
                : null;
    }

    @Override
    public @Nullable Authentication authenticate(Authentication authentication) {
        if (!(authentication instanceof Told told)) {
            return null;
        }
        RegisteredClient client = clients.findByClientId(told.getName());
        if (client == null || !client.getClientAuthenticationMethods().contains(ClientAuthenticationMethod.NONE)) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT);
        }
        return new OAuth2ClientAuthenticationToken(client, ClientAuthenticationMethod.NONE, null);
    }

    @Override
    public boolean supports(Class<?> type) {
        return Told.class.isAssignableFrom(type);
    }

    private static final class Told extends OAuth2ClientAuthenticationToken {

        private static final long serialVersionUID = 1;

        Told(String client) {
            super(client, ClientAuthenticationMethod.NONE, null, Map.of());
        }
    }
}
