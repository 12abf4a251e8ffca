package org.cbthomework.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A packaged server in a process of its own; it never outlives the tests. */
final class Started implements AutoCloseable {

    private static final Duration WATCHDOG = Duration.ofMinutes(4);

    private final Process process;
    private final Path printed;

    private Started(Process process, Path printed) {
        this.process = process;
        this.printed = printed;
    }

    /** Begins a start; what the server prints goes to a file in the folder. */
    static Started launch(Path jar, Path folder, String... options) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx1g",
                "-jar",
                jar.toAbsolutePath().normalize().toString()));
        command.addAll(List.of(options));
        try {
            Path printed = Files.createTempFile(folder, "printed-", ".log");
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(printed.toFile())
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            return new Started(process, printed);
        } catch (IOException e) {
            throw new UncheckedIOException("It could not be launched from " + jar + "; package it first", e);
        }
    }

    /**
     * Waits until it says so.
     *
     * @throws IllegalStateException with what it printed, if it ends or hangs instead
     */
    void awaitWords(String words) throws InterruptedException {
        long end = System.nanoTime() + WATCHDOG.toNanos();
        while (process.isAlive() && System.nanoTime() < end) {
            if (printed().contains(words)) {
                return;
            }
            Thread.sleep(100);
        }
        throw new IllegalStateException(
                "It did not say '" + words + "' " + (process.isAlive() ? "in time" : "and ended") + ": " + printed());
    }

    /** What it has printed so far. */
    String printed() {
        try {
            return Files.readString(printed);
        } catch (IOException e) {
            throw new UncheckedIOException(printed.toString(), e);
        }
    }

    /** SIGKILL: it is given no chance to tidy up. */
    static void kill(@Nullable Started started) {
        if (started != null) {
            started.process.destroyForcibly();
            started.process.onExit().join();
        }
    }

    @Override
    public void close() {
        kill(this);
    }
}
