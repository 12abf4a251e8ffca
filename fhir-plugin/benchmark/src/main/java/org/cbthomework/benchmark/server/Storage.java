package org.cbthomework.benchmark.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Where the servers of one run keep their data, each in a database of its own. */
interface Storage extends AutoCloseable {

    /** What tells a server to use a database of this name. */
    List<String> options(String name);

    /** What is kept how. */
    String describe();

    @Override
    void close() throws IOException;

    /** H2 in a file below the server's own folder, as the demo EHR is set up: each commit is written at once. */
    static Storage h2() {
        return new Storage() {
            @Override
            public List<String> options(String name) {
                return List.of();
            }

            @Override
            public String describe() {
                return "H2 file, WRITE_DELAY=0";
            }

            @Override
            public void close() {}
        };
    }

    /** One PostgreSQL for all servers of a run, durable: zonky's own default is neither fsync nor synchronous commit. */
    static Storage postgreSql() throws IOException {
        EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .start();
        return new Storage() {
            @Override
            public List<String> options(String name) {
                ask(postgres, "CREATE DATABASE " + name);
                return List.of(
                        "--spring.datasource.url=" + postgres.getJdbcUrl("postgres", name),
                        "--spring.datasource.username=postgres");
            }

            @Override
            public String describe() {
                return "PostgreSQL " + ask(postgres, "SHOW server_version") + ", fsync " + ask(postgres, "SHOW fsync")
                        + ", synchronous_commit " + ask(postgres, "SHOW synchronous_commit");
            }

            @Override
            public void close() throws IOException {
                postgres.close();
            }
        };
    }

    /** The storage of that name. */
    static Storage of(String name) throws IOException {
        return switch (name) {
            case "h2" -> h2();
            case "postgresql" -> postgreSql();
            default -> throw new IllegalArgumentException("The storage is '" + name + "'; use h2 or postgresql");
        };
    }

    private static String ask(EmbeddedPostgres postgres, String statement) {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement sql = connection.createStatement()) {
            if (!sql.execute(statement)) {
                return "";
            }
            try (ResultSet answer = sql.getResultSet()) {
                return answer.next() ? answer.getString(1) : "";
            }
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL did not take '" + statement + "'; see the cause", e);
        }
    }
}
