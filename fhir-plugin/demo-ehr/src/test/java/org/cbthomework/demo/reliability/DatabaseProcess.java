package org.cbthomework.demo.reliability;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL that keeps what it acknowledges, on one port and one folder through a kill and a new start. */
final class DatabaseProcess implements AutoCloseable {

    private static final int ANY_PORT = 0;

    private final Path data;
    private EmbeddedPostgres running;

    DatabaseProcess(Path data) {
        this.data = data;
        this.running = started(data, ANY_PORT);
    }

    String url() {
        return running.getJdbcUrl("postgres", "postgres");
    }

    /** The one value that a query finds; null where there is none. */
    @Nullable
    String ask(String query) {
        try (Connection connection = running.getPostgresDatabase().getConnection();
                Statement sql = connection.createStatement();
                ResultSet rows = sql.executeQuery(query)) {
            return rows.next() ? rows.getString(1) : null;
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL did not answer " + query, e);
        }
    }

    /** SIGKILL to all of its processes. */
    void kill() {
        ProcessHandle main = main();
        List<ProcessHandle> workers = main.descendants().toList();
        main.destroyForcibly();
        workers.forEach(ProcessHandle::destroyForcibly);
        main.onExit().join();
        workers.forEach(worker -> worker.onExit().join());
    }

    private ProcessHandle main() {
        Path file = data.resolve("postmaster.pid");
        try (Stream<String> lines = Files.lines(file)) {
            return lines.findFirst()
                    .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)))
                    .orElseThrow(() -> new IllegalStateException(file + " names no process that runs"));
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    /** Starts again where it was killed. */
    void startAgain() {
        int port = running.getPort();
        close();
        running = started(data, port);
    }

    @Override
    public void close() {
        try {
            running.close();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not stop", e);
        }
    }

    private static EmbeddedPostgres started(Path data, int port) {
        try {
            EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setPGStartupWait(Duration.ofMinutes(1));
            return (port == ANY_PORT ? builder : builder.setPort(port)).start();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not start", e);
        }
    }
}
