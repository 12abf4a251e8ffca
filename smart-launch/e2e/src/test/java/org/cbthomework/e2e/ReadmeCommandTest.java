package org.cbthomework.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cbthomework.practice.Ports;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first of the README's two commands, as it stands there: what it starts, says and stops. */
@Tag("e2e")
class ReadmeCommandTest {

    private static final Path ROOT = Path.of("../..");
    private static final Pattern COMMAND =
            Pattern.compile("## Two commands.*?```sh\\n(.*?) && (java .*?)\\n```", Pattern.DOTALL);

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<Process> begun = new ArrayList<>();

    @TempDir
    Path scratch;

    @AfterEach
    void nothing_is_left_running() {
        begun.forEach(each -> {
            each.descendants().forEach(ProcessHandle::destroyForcibly);
            each.destroyForcibly();
        });
    }

    @Test
    void one_command_opens_the_practice_and_a_signal_closes_it() throws Exception {
        int ehr = Ports.free();
        int app = Ports.free();
        Process practice = command("--ehr-port=" + ehr, "--app-port=" + app, "--data=" + scratch.resolve("kept"));

        awaitWords(practice, "Ctrl-C stops both.");
        assertThat(printed()).contains("Open http://localhost:" + ehr + " ", "Demo Steady", "Demo Clinician One");
        assertThat(status(ehr, "/fhir/metadata")).isEqualTo(200);
        assertThat(status(ehr, "/login")).isEqualTo(200);
        assertThat(status(app, "/start")).isEqualTo(200);
        List<ProcessHandle> servers = practice.children().toList();
        assertThat(servers).hasSize(2);

        practice.destroy();

        assertThat(practice.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(servers).noneMatch(ProcessHandle::isAlive);
        assertThat(isListening(ehr)).isFalse();
        assertThat(isListening(app)).isFalse();
        assertThat(printed()).doesNotContain("exit code", "Exception");
    }

    @Test
    void if_one_ends_the_other_is_stopped_and_it_is_said_which_and_why() throws Exception {
        Path kept = Files.createDirectories(scratch.resolve("kept"));
        // A file where the app wants its folder.
        Files.writeString(kept.resolve("app"), "");
        Process practice = command("--ehr-port=" + Ports.free(), "--app-port=" + Ports.free(), "--data=" + kept);

        assertThat(practice.waitFor(2, TimeUnit.MINUTES)).isTrue();

        assertThat(practice.exitValue()).isEqualTo(1);
        assertThat(printed()).contains("The app ended by itself with exit code 1", "app.log", "is stopped too");
        assertThat(practice.descendants()).isEmpty();
    }

    @Test
    void a_port_that_is_taken_is_named_with_the_option_for_another() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();
            Process practice = command("--ehr-port=" + port, "--data=" + scratch);

            assertThat(practice.waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThat(practice.exitValue()).isEqualTo(2);
            assertThat(printed())
                    .isEqualToIgnoringNewLines("Port " + port + " (--ehr-port) is taken by another program. Stop that"
                            + " program, or give another port, as in --ehr-port=18080.");
        }
    }

    private Process command(String... options) throws IOException {
        Matcher readme = COMMAND.matcher(Files.readString(ROOT.resolve("README.md")));
        assertThat(readme.find()).isTrue();
        assertThat(readme.group(1)).isEqualTo("mvn -q -DskipTests package");
        List<String> words = new ArrayList<>(List.of(readme.group(2).split(" ")));
        words.set(
                0, Path.of(System.getProperty("java.home"), "bin", words.get(0)).toString());
        words.addAll(List.of(options));
        Process process = new ProcessBuilder(words)
                .directory(ROOT.toFile())
                .redirectErrorStream(true)
                .redirectOutput(scratch.resolve("printed.txt").toFile())
                .start();
        begun.add(process);
        return process;
    }

    private void awaitWords(Process process, String words) throws Exception {
        long end = System.nanoTime() + Duration.ofMinutes(10).toNanos();
        while (!printed().contains(words)) {
            assertThat(process.isAlive() && System.nanoTime() < end)
                    .as(printed())
                    .isTrue();
            Thread.sleep(200);
        }
    }

    private String printed() throws IOException {
        return Files.readString(scratch.resolve("printed.txt"));
    }

    private int status(int port, String path) throws Exception {
        return http.send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                .build(),
                        BodyHandlers.discarding())
                .statusCode();
    }

    private boolean isListening(int port) throws Exception {
        try {
            status(port, "/");
            return true;
        } catch (ConnectException nobody) {
            return false;
        }
    }
}
