package org.cbthomework.launch.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.cbthomework.launch.harness.SettableClock;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("domain")
class SigningKeysTest {

    private final SettableClock clock = new SettableClock();
    private final Path folder;
    private final SigningKeys keys;
    private final String first;

    SigningKeysTest(@TempDir Path folder) {
        this.folder = folder;
        keys = node();
        first = signing();
    }

    private SigningKeys node() {
        return new SigningKeys(folder.resolve("keys/signing-keys.json"), clock, SigningKeysTest::quickly);
    }

    /** Without the one of RSA, which takes a while to make. */
    private static List<JWK> quickly(Instant from) {
        try {
            return List.of(KeyPairs.ec(from.equals(Instant.EPOCH) ? null : Date.from(from)));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void the_next_keys_are_published_before_they_sign() {
        node().rotate();

        assertThat(signing()).isEqualTo(first);
        assertThat(published()).hasSize(2).contains(first);

        clock.advance(SigningKeys.NOTICE);

        assertThat(signing()).isNotEqualTo(first);
        assertThat(published()).hasSize(2).contains(first, signing());
    }

    @Test
    void the_old_keys_are_published_for_a_while_after() {
        keys.rotate();
        clock.advance(SigningKeys.NOTICE.plus(SigningKeys.AFTERWARDS));
        assertThat(published()).contains(first);

        clock.advance(Duration.ofSeconds(1));

        assertThat(published()).containsExactly(signing()).doesNotContain(first);
    }

    @Test
    void what_is_published_no_more_is_kept_no_more_after_the_next_rotation() throws IOException {
        keys.rotate();
        clock.advance(Duration.ofDays(30));
        String second = signing();

        keys.rotate();

        assertThat(published()).hasSize(2).contains(second).doesNotContain(first);
        assertThat(Files.readString(folder.resolve("keys/signing-keys.json"))).doesNotContain(first);
    }

    @Test
    void nobody_rotates_twice_at_once() {
        keys.rotate();

        assertThatThrownBy(keys::rotate)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("has next keys already, which sign from 2026-11-24T10:00:00Z on");
    }

    @Test
    void both_algorithms_are_rotated_and_nothing_private_is_published() {
        SigningKeys both = new SigningKeys(folder.resolve("both.json"), clock, KeyPairs::made);
        both.rotate();
        clock.advance(SigningKeys.NOTICE);

        assertThat(List.of(JWSAlgorithm.RS384, JWSAlgorithm.ES384))
                .allSatisfy(algorithm ->
                        assertThat(both.of(algorithm).getNotBeforeTime()).isEqualTo(clock.instant()));
        assertThat(both.published().getKeys()).hasSize(4).noneMatch(JWK::isPrivate);
    }

    private String signing() {
        return keys.of(JWSAlgorithm.ES384).getKeyID();
    }

    private List<String> published() {
        return keys.published().getKeys().stream()
                .filter(key -> JWSAlgorithm.ES384.equals(key.getAlgorithm()))
                .map(JWK::getKeyID)
                .toList();
    }
}
