package org.cbthomework.plugin.ledger;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.jdbc.core.JdbcTemplate;

class LedgerOnPostgreSqlTest extends LedgerContract {

    private static @Nullable EmbeddedPostgres postgres;

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.builder()
                .setPGStartupWait(Duration.ofMinutes(1))
                .start();
    }

    @AfterAll
    static void stop() throws IOException {
        started().close();
    }

    @Override
    DataSource empty() {
        DataSource database = started().getPostgresDatabase();
        new JdbcTemplate(database).execute("DROP SCHEMA IF EXISTS CBT_HOMEWORK CASCADE");
        return database;
    }

    private static EmbeddedPostgres started() {
        return Objects.requireNonNull(postgres);
    }
}
