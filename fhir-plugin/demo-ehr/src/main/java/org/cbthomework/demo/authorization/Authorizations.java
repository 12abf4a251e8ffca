package org.cbthomework.demo.authorization;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationConsentAuthenticationToken;

/**
 * What was granted, in memory: a restart ends it all. A refresh token that was already exchanged and is brought again has
 * been stolen, by whoever came first or second: all that was granted with it ends.
 */
final class Authorizations implements OAuth2AuthorizationService {

    static final OAuth2TokenType STATE = new OAuth2TokenType("state");
    static final OAuth2TokenType CODE = new OAuth2TokenType("code");

    private static final Duration TO_CONSENT = Duration.ofMinutes(10);

    private final Map<String, Kept> kept = new LinkedHashMap<>();
    private final Map<String, String> spentRefreshTokens = new LinkedHashMap<>();
    private final Clock clock;

    Authorizations(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized void save(OAuth2Authorization authorization) {
        Instant now = clock.instant();
        kept.values().removeIf(each -> each.isOver(now));
        spentRefreshTokens.values().removeIf(id -> !kept.containsKey(id));
        String id = authorization.getId();
        Kept before = kept.put(id, new Kept(authorization, now.plus(TO_CONSENT)));
        String spent = before == null ? null : value(before.authorization(), OAuth2RefreshToken.class);
        if (spent != null && !spent.equals(value(authorization, OAuth2RefreshToken.class))) {
            spentRefreshTokens.put(spent, id);
        }
    }

    @Override
    public synchronized void remove(OAuth2Authorization authorization) {
        kept.remove(authorization.getId());
    }

    /** Ends what lasts only while its person is signed in. */
    synchronized void endOnline(String login) {
        kept.values()
                .removeIf(each -> each.authorization().getPrincipalName().equals(login)
                        && RefreshTokens.areOnlineOnly(each.authorization().getAuthorizedScopes()));
    }

    @Override
    public synchronized @Nullable OAuth2Authorization findById(String id) {
        Kept found = kept.get(id);
        return found == null ? null : found.authorization();
    }

    @Override
    public synchronized @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
        if (OAuth2TokenType.REFRESH_TOKEN.equals(type) && spentRefreshTokens.containsKey(token)) {
            kept.remove(spentRefreshTokens.get(token));
            return null;
        }
        return kept.values().stream()
                .map(Kept::authorization)
                .filter(has(token, type))
                .findFirst()
                .orElse(null);
    }

    /** What an answer of the authorization endpoint has begun: it waits for consent, or for its code. */
    OAuth2Authorization begun(Authentication answer) {
        OAuth2Authorization found = answer instanceof OAuth2AuthorizationConsentAuthenticationToken waiting
                ? findByToken(waiting.getState(), STATE)
                : findByToken(code((OAuth2AuthorizationCodeRequestAuthenticationToken) answer), CODE);
        return Objects.requireNonNull(found, "An answer without an authorization");
    }

    static String code(OAuth2AuthorizationCodeRequestAuthenticationToken granted) {
        return Objects.requireNonNull(granted.getAuthorizationCode(), "Nothing was granted")
                .getTokenValue();
    }

    private static Predicate<OAuth2Authorization> has(String token, @Nullable OAuth2TokenType type) {
        return authorization -> Stream.of(
                        is(type, STATE) ? authorization.<String>getAttribute("state") : null,
                        is(type, CODE) ? value(authorization, OAuth2AuthorizationCode.class) : null,
                        is(type, OAuth2TokenType.ACCESS_TOKEN) ? value(authorization, OAuth2AccessToken.class) : null,
                        is(type, OAuth2TokenType.REFRESH_TOKEN) ? value(authorization, OAuth2RefreshToken.class) : null,
                        is(type, new OAuth2TokenType("id_token")) ? value(authorization, OidcIdToken.class) : null)
                .anyMatch(token::equals);
    }

    private static boolean is(@Nullable OAuth2TokenType type, OAuth2TokenType one) {
        return type == null || type.equals(one);
    }

    private static @Nullable String value(OAuth2Authorization authorization, Class<? extends OAuth2Token> type) {
        OAuth2Authorization.Token<?> token = authorization.getToken(type);
        return token == null ? null : token.getToken().getTokenValue();
    }

    /** @param consentEnd until when its person may consent, exclusive */
    private record Kept(OAuth2Authorization authorization, Instant consentEnd) {

        boolean isOver(Instant now) {
            List<Instant> ends = Stream.of(
                            OAuth2AuthorizationCode.class, OAuth2AccessToken.class, OAuth2RefreshToken.class)
                    .flatMap(type -> Stream.ofNullable(authorization.getToken(type)))
                    .flatMap(token -> Stream.ofNullable(token.getToken().getExpiresAt()))
                    .toList();
            return ends.isEmpty() ? !now.isBefore(consentEnd) : ends.stream().noneMatch(now::isBefore);
        }
    }
}
