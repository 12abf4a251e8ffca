package org.cbthomework.demo.authorization;

import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.keygen.Base64StringKeyGenerator;
import org.springframework.security.crypto.keygen.StringKeyGenerator;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;

/** Refresh tokens for whoever was granted offline or online access, public clients too, and for nobody else. */
final class RefreshTokens implements OAuth2TokenGenerator<OAuth2RefreshToken> {

    private static final String OFFLINE = "offline_access";
    private static final String ONLINE = "online_access";
    private static final Duration OFFLINE_LIFETIME = Duration.ofDays(30);
    /** From when the person granted it, however often it is refreshed. */
    private static final Duration ONLINE_LIFETIME = Duration.ofHours(2);

    private static final int BYTES = 48;

    private final StringKeyGenerator values =
            new Base64StringKeyGenerator(Base64.getUrlEncoder().withoutPadding(), BYTES);

    @Override
    public @Nullable OAuth2RefreshToken generate(OAuth2TokenContext context) {
        OAuth2Authorization authorization = context.getAuthorization();
        if (!OAuth2TokenType.REFRESH_TOKEN.equals(context.getTokenType()) || authorization == null) {
            return null;
        }
        Instant now = Instant.now();
        Set<String> granted = authorization.getAuthorizedScopes();
        if (granted.contains(OFFLINE)) {
            return new OAuth2RefreshToken(values.generateKey(), now, now.plus(OFFLINE_LIFETIME));
        }
        Instant end = granted(authorization, now).plus(ONLINE_LIFETIME);
        return granted.contains(ONLINE) && now.isBefore(end)
                ? new OAuth2RefreshToken(values.generateKey(), now, end)
                : null;
    }

    /** Whether what was granted ends with the session of its person. */
    static boolean areOnlineOnly(Set<String> granted) {
        return granted.contains(ONLINE) && !granted.contains(OFFLINE);
    }

    private static Instant granted(OAuth2Authorization authorization, Instant now) {
        OAuth2Authorization.Token<OAuth2AuthorizationCode> code = authorization.getToken(OAuth2AuthorizationCode.class);
        Instant issued = code == null ? null : code.getToken().getIssuedAt();
        return issued == null ? now : issued;
    }
}
