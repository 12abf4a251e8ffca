package org.cbthomework.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What needs no browser is tried by Node's own runner: it has to pass here, too. */
@Tag("domain")
class UnitTest {

    @Test
    void the_unit_tests_of_the_renderer_pass() throws IOException, InterruptedException {
        Path log = Path.of("target", "unit-tests.log");
        Process tests = new ProcessBuilder("node", "scripts/test.mjs")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(tests.waitFor()).as(() -> read(log)).isZero();
    }

    private static String read(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return log + " cannot be read";
        }
    }
}
