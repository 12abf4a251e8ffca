package org.cbthomework.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.cbthomework.launch.harness.Browser;
import org.cbthomework.launch.harness.FakeEhr;
import org.cbthomework.launch.harness.Page;
import org.cbthomework.launch.harness.RunningApp;
import org.cbthomework.practice.Ports;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("server")
class RestartTest {

    private final FakeEhr ehr = RunningApp.EHR;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void a_restart_signs_nobody_out_and_keeps_the_keys() throws IOException {
        ehr.reset();
        ehr.grant(granted -> granted.put("access_token", "an-access-token-to-look-for"));
        int port = Ports.free();
        RunningApp app = RunningApp.start(port, folder);
        Browser browser = app.browser();
        String opened = browser.open(ehr, "public").location();
        String pending = browser.launch(ehr.issuer("public"), "x").location();
        String keys = browser.get("/jwks.json").body();
        app.stop();
        assertThat(kept()).noneSatisfy(file -> assertThat(file).contains("an-access-token-to-look-for"));

        RunningApp again = RunningApp.start(port, folder);

        assertThat(browser.get(opened).body()).contains("Pat Example");
        assertThat(browser.get("/jwks.json").body()).isEqualTo(keys);
        assertThat(pending).isNotBlank();
        again.stop();
        assertThat(Stream.of("signing-keys.json", "sealing.key").map(folder::resolve))
                .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .isEqualTo("rw-------"));
    }

    private List<String> kept() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith(".log"))
                    .map(RestartTest::read)
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void by_https_the_cookie_travels_inside_an_ehrs_page_and_by_tls_alone() {
        ehr.reset();
        int port = Ports.free();
        RunningApp app = RunningApp.start(
                port,
                folder,
                "--cbt-homework.app.url=https://homework.example.org",
                "--cbt-homework.app.contacts[0].name=Emergency",
                "--cbt-homework.app.contacts[0].href=tel:112");

        Page sent = app.browser().launch(ehr.issuer("public"), "x");

        assertThat(sent.header("Set-Cookie"))
                .startsWith("__Host-CBT_HOMEWORK=")
                .contains("Path=/", "Secure", "HttpOnly", "SameSite=None", "Partitioned")
                .doesNotContain("Domain");
        assertThat(sent.header("Strict-Transport-Security")).startsWith("max-age=31536000");
        assertThat(sent.location()).contains("redirect_uri=https%3A%2F%2Fhomework.example.org%2Fcallback");
        app.stop();
    }
}
