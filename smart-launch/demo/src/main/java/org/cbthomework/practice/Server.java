package org.cbthomework.practice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A packaged server in a process of its own. Whoever launched it ends it. */
public final class Server implements AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofMinutes(5);

    /** Longer than the servers wait for requests that are being answered. */
    private static final Duration LONGEST_STOP = Duration.ofSeconds(30);

    private final String name;
    private final Process process;
    private final Path log;

    private Server(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.log = log;
    }

    /**
     * Begins a start.
     *
     * @param name what people call it
     * @param log the file to which all goes that it prints; what was in it is gone
     * @param options as they would stand after {@code java -jar}
     * @throws CannotStart if the jar is not there, or the file cannot be written
     */
    public static Server launch(String name, Path jar, Path log, String... options) {
        if (!Files.isRegularFile(jar)) {
            throw new CannotStart(
                    "The jar of " + name + " is not there: "
                            + jar.toAbsolutePath().normalize(),
                    "Make it by: mvn -q -DskipTests package");
        }
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // A short start and a small process, whose compiled code has room for all of a server.
                "-XX:TieredStopAtLevel=1",
                "-XX:ReservedCodeCacheSize=128m",
                "-XX:+UseSerialGC",
                "-Xmx1g",
                "-jar",
                jar.toAbsolutePath().normalize().toString()));
        command.addAll(List.of(options));
        try {
            Path folder =
                    Files.createDirectories(log.toAbsolutePath().normalize().getParent());
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            return new Server(name, process, log);
        } catch (IOException e) {
            throw new CannotStart(
                    log + " cannot be written, or " + command.get(0) + " not be run: " + e.getMessage(),
                    "Give a folder that can be written, and a Java that is whole");
        }
    }

    /**
     * Waits until it says so.
     *
     * @throws Ended if it ends or hangs instead
     */
    public void awaitWords(String words) throws InterruptedException {
        long end = System.nanoTime() + LONGEST_START.toNanos();
        while (!hasSaid(words)) {
            if (System.nanoTime() > end) {
                throw new Ended("did not say '" + words + "' within " + LONGEST_START.toMinutes() + " minutes", this);
            }
            Thread.sleep(100);
        }
    }

    /**
     * Whether it has printed something.
     *
     * @throws Ended if the process is no more
     */
    boolean hasSaid(String words) {
        checkRuns();
        return printed().contains(words);
    }

    /**
     * Notices an end that nobody asked for.
     *
     * @throws Ended if the process is no more
     */
    void checkRuns() {
        if (!process.isAlive()) {
            throw new Ended("ended by itself with exit code " + process.exitValue(), this);
        }
    }

    /** What it has printed so far. */
    public String printed() {
        try {
            // As the platform writes it: whatever is looked for is ASCII.
            return Files.readString(log, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(log.toString(), e);
        }
    }

    /** Asks it to end, and waits until it has; one that does not is killed. */
    public void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(LONGEST_STOP.toSeconds(), TimeUnit.SECONDS)) {
            close();
        }
    }

    /** SIGKILL: it is given no chance to tidy up. */
    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Asks it to end, and does not wait. */
    void dismiss() {
        process.destroy();
    }

    @Override
    public String toString() {
        return name;
    }

    Path log() {
        return log;
    }
}
