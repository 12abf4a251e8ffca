package org.cbthomework.demo.authorization;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AccessTokenAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AccessTokenAuthenticationToken;

/** Tells the launch context beside the access token, the first time and each time it is refreshed. */
final class ContextInResponse implements Consumer<OAuth2AccessTokenAuthenticationContext> {

    private final OAuth2AuthorizationService authorizations;

    ContextInResponse(OAuth2AuthorizationService authorizations) {
        this.authorizations = authorizations;
    }

    @Override
    public void accept(OAuth2AccessTokenAuthenticationContext context) {
        OAuth2AccessTokenAuthenticationToken granted = context.getAuthentication();
        OAuth2Authorization authorization =
                authorizations.findByToken(granted.getAccessToken().getTokenValue(), OAuth2TokenType.ACCESS_TOKEN);
        Map<String, Object> parameters = new LinkedHashMap<>(granted.getAdditionalParameters());
        parameters.putAll(of(authorization).parameters());
        context.getAccessTokenResponse().additionalParameters(parameters);
    }

    /** The context that was kept with an authorization. */
    static LaunchContext of(@Nullable OAuth2Authorization authorization) {
        LaunchContext told = authorization == null ? null : authorization.getAttribute(LaunchContext.ATTRIBUTE);
        return told == null ? LaunchContext.NONE : told;
    }
}
