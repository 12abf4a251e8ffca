package org.cbthomework.benchmark.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The packaged demo EHR as a process of its own, without its demo patients. */
final class Server implements AutoCloseable {

    private static final Path JAR =
            Path.of(System.getProperty("demo-ehr", "fhir-plugin/demo-ehr/target/demo-ehr/cbt-homework-demo-ehr.jar"));
    private static final String JVM =
            System.getProperty("server-jvm", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx2g");
    private static final Duration LONGEST_START = Duration.ofMinutes(4);
    private static final Duration QUIET = Duration.ofSeconds(3);

    /** Of the CPU time of a core, while nothing is asked. */
    private static final double IDLE = 0.05;

    private final Process process;
    private final Path log;
    private final String base;

    private Server(Process process, Path log, int port) {
        this.process = process;
        this.log = log;
        this.base = "http://127.0.0.1:" + port + "/fhir";
    }

    /**
     * Starts one; {@link #awaitReady()} says when it can be used.
     *
     * @throws IllegalStateException if the demo EHR is not packaged
     */
    static Server start(List<String> options) throws IOException {
        if (!Files.exists(JAR)) {
            throw new IllegalStateException(JAR + " is not there; run mvn -q -DskipTests package in the repository's"
                    + " root, and start from there");
        }
        Path folder = Files.createTempDirectory("cbt-homework-benchmark");
        int port = freePort();
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of(JVM.split(" ", -1)));
        command.addAll(List.of("-jar", JAR.toString()));
        command.addAll(List.of(
                "--server.port=" + port,
                "--cbt-homework.data=" + folder,
                "--cbt-homework.demo.patients=false",
                // What is compared is homework; access rules would be paid for by one side alone.
                "--cbt-homework.access.issuers[0].issuer="));
        command.addAll(options);
        Path log = folder.resolve("log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        return new Server(process, log, port);
    }

    static String jvm() {
        return JVM;
    }

    String base() {
        return base;
    }

    Server awaitReady() {
        long end = System.nanoTime() + LONGEST_START.toNanos();
        while (!isReady()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new IllegalStateException("The server did not start; its log is " + log);
            }
            pause(Duration.ofMillis(200));
        }
        return this;
    }

    /** Waits until what it does in the background is done. */
    void awaitQuiet() {
        Duration before = cpu();
        pause(QUIET);
        Duration after = cpu();
        while (after.minus(before).toMillis() > IDLE * QUIET.toMillis()) {
            before = after;
            pause(QUIET);
            after = cpu();
        }
    }

    /** CPU time of the process since its start. */
    Duration cpu() {
        return process.toHandle().info().totalCpuDuration().orElseThrow();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(1, TimeUnit.MINUTES)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isReady() {
        try {
            return Files.readString(log).contains("demo EHR is ready");
        } catch (IOException e) {
            throw new UncheckedIOException(log + " cannot be read", e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void pause(Duration duration) {
        try {
            Thread.sleep(duration.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for the server", e);
        }
    }
}
