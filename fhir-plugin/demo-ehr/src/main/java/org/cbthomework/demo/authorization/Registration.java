package org.cbthomework.demo.authorization;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.StringUtils;

/**
 * A client as {@code cbt-homework.demo.clients.<client_id>} tells it. With a secret it authenticates by
 * {@code client_secret_basic}, with keys by {@code private_key_jwt}, with neither it is public.
 *
 * @param name what people are told it is called
 * @param scopes what it may be granted at most, with spaces between; with a {@code system/} scope it may ask for itself
 * @param redirectUris where people are sent back to, exactly; with none it acts for nobody but itself
 * @param secret in clear text, for a demo
 * @param jwksUri where its public keys are
 * @param jwks its public keys themselves, a JWK set
 * @param origins from where a browser may call for it, beside those of its redirect URIs
 * @param ours whether people are not asked for consent when the EHR launches it
 */
record Registration(
        @DefaultValue("") String name,
        @DefaultValue("") String scopes,
        @DefaultValue List<URI> redirectUris,
        @Nullable String secret,
        @Nullable String jwksUri,
        @Nullable String jwks,
        @DefaultValue List<String> origins,
        @DefaultValue("false") boolean ours) {

    Set<String> scopeSet() {
        return Arrays.stream(scopes.split(" +")).filter(StringUtils::hasText).collect(Collectors.toUnmodifiableSet());
    }

    boolean hasKeys() {
        return StringUtils.hasText(jwksUri) || StringUtils.hasText(jwks);
    }

    boolean hasSecret() {
        return StringUtils.hasText(secret);
    }

    Set<String> allOrigins() {
        return Stream.concat(
                        origins.stream(),
                        redirectUris.stream().map(uri -> uri.getScheme() + "://" + uri.getAuthority()))
                .collect(Collectors.toUnmodifiableSet());
    }
}
