package org.cbthomework.launch.keys;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * The key pairs the app signs with, RS384 and ES384, made at the first start and kept in a file, which is read again each
 * time: what another process changes there holds at once. Each is good from its {@code nbf} on, until the next of its
 * algorithm is.
 */
public final class SigningKeys {

    /** Published before it signs, so that EHRs that keep the set for a while know it by then. */
    static final Duration NOTICE = Duration.ofDays(1);

    /** Published after the next one has taken its place, for assertions that are on their way. */
    static final Duration AFTERWARDS = Duration.ofDays(1);

    private final KeptFile file;
    private final Clock clock;
    private final Function<Instant, List<JWK>> making;

    /** @param making one pair for each algorithm, good from a moment on */
    SigningKeys(Path file, Clock clock, Function<Instant, List<JWK>> making) {
        this.file = new KeptFile(file);
        this.clock = clock;
        this.making = making;
        published();
    }

    /** Those of a data folder. */
    public static SigningKeys in(Path folder, Clock clock) {
        return new SigningKeys(folder.resolve("signing-keys.json"), clock, KeyPairs::made);
    }

    /** The private key that signs by an algorithm now. */
    public JWK of(JWSAlgorithm algorithm) {
        Instant now = clock.instant();
        return keys().getKeys().stream()
                .filter(key -> algorithm.equals(key.getAlgorithm()) && key.isPrivate())
                .filter(key -> !from(key).isAfter(now))
                .max(Comparator.comparing(SigningKeys::from))
                .orElseThrow(() -> new IllegalStateException(
                        file + " has no private key for " + algorithm + "; remove the file to have both made anew"));
    }

    /** The public halves of the keys that sign, will sign, or did until a while ago. */
    public JWKSet published() {
        return new JWKSet(known(keys().getKeys())).toPublicJWKSet();
    }

    /**
     * Adds the next keys, which sign after {@link #NOTICE}, and removes those that are not published any more.
     *
     * @return from when on they sign
     * @throws IllegalStateException if there are next keys already
     */
    public Instant rotate() {
        Instant from = clock.instant().plus(NOTICE);
        file.change(text -> {
            List<JWK> before = KeyPairs.parsed(file, text).getKeys();
            before.stream()
                    .map(SigningKeys::from)
                    .filter(clock.instant()::isBefore)
                    .findFirst()
                    .ifPresent(next -> {
                        throw new IllegalStateException(
                                file + " has next keys already, which sign from " + next + " on");
                    });
            return KeyPairs.text(known(before), making.apply(from));
        });
        return from;
    }

    private List<JWK> known(List<JWK> keys) {
        Instant longAgo = clock.instant().minus(AFTERWARDS);
        return keys.stream()
                .filter(key -> keys.stream()
                        .filter(other -> other.getAlgorithm().equals(key.getAlgorithm()))
                        .noneMatch(other ->
                                from(other).isAfter(from(key)) && from(other).isBefore(longAgo)))
                .toList();
    }

    private JWKSet keys() {
        return KeyPairs.parsed(file, file.read(() -> KeyPairs.text(List.of(), making.apply(Instant.EPOCH))));
    }

    private static Instant from(JWK key) {
        return key.getNotBeforeTime() == null
                ? Instant.EPOCH
                : key.getNotBeforeTime().toInstant();
    }
}
