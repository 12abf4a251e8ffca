package org.cbthomework.launch.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The packaged demo EHR in a process of its own, with its patients; it never outlives the tests. */
final class DemoEhrProcess {

    private static final Path JAR = Path.of("../../fhir-plugin/demo-ehr/target/demo-ehr/cbt-homework-demo-ehr.jar");
    private static final Duration WATCHDOG = Duration.ofMinutes(6);

    private final Process process;
    private final Path printed;
    private final int port;

    private DemoEhrProcess(Process process, Path printed, int port) {
        this.process = process;
        this.printed = printed;
        this.port = port;
    }

    /** Starts it, and waits until its patients are there. */
    static DemoEhrProcess start(Path folder, int port, String app, String... options) {
        if (!Files.exists(JAR)) {
            throw new IllegalStateException(
                    JAR + " is not there; package it first: mvn -DskipTests package -pl fhir-plugin/demo-ehr -am");
        }
        try {
            Path printed = Files.createTempFile(folder, "ehr-", ".log");
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-XX:ReservedCodeCacheSize=128m",
                    "-XX:+UseSerialGC",
                    "-Xmx1g",
                    "-jar",
                    JAR.toAbsolutePath().toString(),
                    "--server.port=" + port,
                    "--cbt-homework.demo.app=" + app));
            command.addAll(List.of(options));
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(printed.toFile())
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            DemoEhrProcess started = new DemoEhrProcess(process, printed, port);
            started.await("Demo patients loaded");
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String base() {
        return "http://localhost:" + port;
    }

    void stop() {
        process.destroyForcibly();
        process.onExit().join();
    }

    private void await(String words) throws IOException {
        long end = System.nanoTime() + WATCHDOG.toNanos();
        while (process.isAlive() && System.nanoTime() < end) {
            if (Files.readString(printed).contains(words)) {
                return;
            }
            try {
                Thread.sleep(200);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        throw new IllegalStateException("The demo EHR did not start: " + Files.readString(printed));
    }
}
