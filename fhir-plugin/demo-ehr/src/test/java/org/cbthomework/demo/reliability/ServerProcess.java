package org.cbthomework.demo.reliability;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cbthomework.demo.harness.FhirHttp;
import org.cbthomework.demo.harness.TestIssuer;

/** The packaged demo server in a process of its own, on a free port; it never outlives the tests. */
final class ServerProcess {

    private static final Path JAR = Path.of("target/demo-ehr/cbt-homework-demo-ehr.jar");
    private static final Pattern READY = Pattern.compile("is ready: FHIR base http://localhost:(\\d+)/fhir");
    private static final Duration WATCHDOG = Duration.ofMinutes(5);

    private final Process process;
    private final Path printed;

    private ServerProcess(Process process, Path printed) {
        this.process = process;
        this.printed = printed;
    }

    /** Begins a start; what the server prints goes to a file in the folder. */
    static ServerProcess launch(Path folder, String... options) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:ReservedCodeCacheSize=128m",
                "-XX:+UseSerialGC",
                "-Xmx1g",
                "-jar",
                JAR.toAbsolutePath().toString(),
                "--server.port=0",
                "--cbt-homework.demo.patients=false"));
        command.addAll(List.of(TestIssuer.TRUSTED.arguments(options)));
        try {
            Path printed = Files.createTempFile(folder, "server-", ".log");
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(printed.toFile())
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            return new ServerProcess(process, printed);
        } catch (IOException e) {
            throw new UncheckedIOException("The server could not be launched from " + JAR + "; package it first", e);
        }
    }

    /**
     * Waits until requests are served.
     *
     * @throws IllegalStateException with what it printed, if it ends or hangs instead
     */
    FhirHttp whenReady() {
        long end = System.nanoTime() + WATCHDOG.toNanos();
        while (process.isAlive() && System.nanoTime() < end) {
            Matcher ready = READY.matcher(printed());
            if (ready.find()) {
                return new FhirHttp("http://localhost:" + ready.group(1) + "/fhir", FhirContext.forR4Cached());
            }
            Pause.of(Duration.ofMillis(100));
        }
        throw new IllegalStateException(
                "The server did not start " + (process.isAlive() ? "in time" : "and ended") + ": " + printed());
    }

    /** What it has printed so far. */
    String printed() {
        try {
            return Files.readString(printed);
        } catch (IOException e) {
            throw new UncheckedIOException(printed.toString(), e);
        }
    }

    /** SIGKILL: the process is given no chance to tidy up. */
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }
}
