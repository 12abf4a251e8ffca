package org.cbthomework.launch.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("domain")
class SealingTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void what_is_sealed_is_opened_by_the_same_key_alone() {
        Sealing sealing = Sealing.with(null, folder.resolve("key"));
        String sealed = sealing.seal("a token", "launch");

        assertThat(sealed).doesNotContain("token");
        assertThat(Sealing.with(null, folder.resolve("key")).open(sealed, "launch"))
                .isEqualTo("a token");
        assertThatThrownBy(() -> Sealing.with(null, folder.resolve("other")).open(sealed, "launch"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageNotContaining("token");
    }

    @Test
    void what_is_sealed_for_one_launch_is_not_opened_for_another() {
        Sealing sealing = Sealing.with(null, folder.resolve("key"));

        assertThatThrownBy(() -> sealing.open(sealing.seal("a token", "launch"), "another"))
                .hasMessage("What was kept is of another");
    }

    @Test
    void what_was_changed_is_not_opened() {
        Sealing sealing = Sealing.with(null, folder.resolve("key"));
        String sealed = sealing.seal("a token", "launch");

        assertThatThrownBy(() -> sealing.open(sealed.substring(0, sealed.length() - 4) + "AAAA", "launch"))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_key_that_is_none_is_named_without_being_repeated() {
        assertThatThrownBy(() -> Sealing.with("dG9vIHNob3J0", folder.resolve("key")))
                .hasMessageContaining("cbt-homework.app.key is no key of 32 bytes in Base64; give one")
                .hasMessageNotContaining("dG9vIHNob3J0");
    }
}
