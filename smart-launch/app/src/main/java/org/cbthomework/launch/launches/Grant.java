package org.cbthomework.launch.launches;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of a launch and what they are good for.
 *
 * @param ends exclusive; when the access token ends
 * @param refreshToken null where there is none
 */
public record Grant(
        Scopes scopes,
        String accessToken,
        Instant ends,
        @Nullable String refreshToken) {

    /** A token that ends so soon is renewed: it may be over when it arrives. */
    private static final Duration MARGIN = Duration.ofSeconds(30);

    /** The same tokens, for other deeds. */
    public Grant with(Scopes others) {
        return new Grant(others, accessToken, ends, refreshToken);
    }

    boolean isOver(Instant now) {
        return !now.isBefore(ends);
    }

    /** Whether it is over or about to be. */
    public boolean isDue(Instant now) {
        return isOver(now.plus(MARGIN));
    }

    /** Whether it can still be used. */
    public boolean isGood(Instant now) {
        return !isOver(now);
    }

    /** Without the tokens. */
    @Override
    public String toString() {
        return "Grant[" + scopes + ", until " + ends + "]";
    }
}
