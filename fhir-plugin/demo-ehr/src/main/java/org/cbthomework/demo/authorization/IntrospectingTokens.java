package org.cbthomework.demo.authorization;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenIntrospection;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2TokenIntrospectionAuthenticationToken;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/**
 * Tells what a token grants (RFC 7662) with the launch context and who signed in, as SMART has it, to any client that can
 * prove who it is, or that brings a token granted the scope for it.
 */
final class IntrospectingTokens implements AuthenticationProvider {

    /** The scope of an access token with which the tokens of any client may be introspected. */
    static final String SCOPE = "token-introspection";

    private static final List<String> OF_IDENTITY = List.of("iss", "sub", "fhirUser");

    private final OAuth2AuthorizationService authorizations;

    IntrospectingTokens(OAuth2AuthorizationService authorizations) {
        this.authorizations = authorizations;
    }

    @Override
    public Authentication authenticate(Authentication authentication) {
        OAuth2TokenIntrospectionAuthenticationToken asked =
                (OAuth2TokenIntrospectionAuthenticationToken) authentication;
        Authentication asking = (Authentication) asked.getPrincipal();
        if (!mayAsk(asking)) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT);
        }
        return new OAuth2TokenIntrospectionAuthenticationToken(asked.getToken(), asking, told(asked.getToken()));
    }

    @Override
    public boolean supports(Class<?> type) {
        return OAuth2TokenIntrospectionAuthenticationToken.class.isAssignableFrom(type);
    }

    private boolean mayAsk(Authentication asking) {
        if (asking instanceof JwtAuthenticationToken bearer) {
            String scope = bearer.getToken().getClaimAsString("scope");
            return scope != null
                    && List.of(scope.split(" ")).contains(SCOPE)
                    && authorizations.findByToken(bearer.getToken().getTokenValue(), OAuth2TokenType.ACCESS_TOKEN)
                            != null;
        }
        return asking instanceof OAuth2ClientAuthenticationToken client
                && client.isAuthenticated()
                && !ClientAuthenticationMethod.NONE.equals(client.getClientAuthenticationMethod());
    }

    private OAuth2TokenIntrospection told(String token) {
        OAuth2Authorization authorization = authorizations.findByToken(token, null);
        OAuth2Authorization.Token<OAuth2Token> found = authorization == null ? null : authorization.getToken(token);
        return authorization == null || found == null || !found.isActive() || !isAccess(found.getToken())
                ? OAuth2TokenIntrospection.builder(false).build()
                : told(authorization, found);
    }

    private static OAuth2TokenIntrospection told(
            OAuth2Authorization authorization, OAuth2Authorization.Token<OAuth2Token> token) {
        OAuth2TokenIntrospection.Builder told = OAuth2TokenIntrospection.builder(true)
                .clientId(authorization.getRegisteredClientId())
                .expiresAt(token.getToken().getExpiresAt())
                .issuedAt(token.getToken().getIssuedAt());
        Map<String, Object> claims = token.getClaims() == null ? Map.of() : token.getClaims();
        Object scope = claims.get("scope");
        Stream.of(scope == null ? new String[0] : scope.toString().split(" "))
                .filter(one -> !one.isEmpty())
                .forEach(told::scope);
        if (token.getToken() instanceof OAuth2AccessToken access) {
            told.tokenType(access.getTokenType().getValue());
        }
        if (claims.get("aud") instanceof Collection<?> audiences) {
            audiences.forEach(audience -> told.audience(audience.toString()));
        }
        for (String name : List.of("sub", "iss", "jti", "fhirUser")) {
            if (claims.get(name) != null) {
                told.claim(name, claims.get(name).toString());
            }
        }
        ContextInResponse.of(authorization).parameters().forEach(told::claim);
        ofIdentity(authorization).forEach((name, value) -> told.claim(name, value.toString()));
        return told.build();
    }

    /** What the id_token told, if there was one. */
    private static Map<String, Object> ofIdentity(OAuth2Authorization authorization) {
        OAuth2Authorization.Token<OidcIdToken> identity = authorization.getToken(OidcIdToken.class);
        Map<String, Object> claims = identity == null ? null : identity.getClaims();
        return claims == null
                ? Map.of()
                : OF_IDENTITY.stream().filter(claims::containsKey).collect(Collectors.toMap(name -> name, claims::get));
    }

    private static boolean isAccess(@Nullable OAuth2Token token) {
        return token instanceof OAuth2AccessToken || token instanceof OAuth2RefreshToken;
    }
}
