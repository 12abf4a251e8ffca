package org.cbthomework.benchmark.ledger;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** One connection to a database that is there for one run. */
record LedgerStorage(SingleConnectionDataSource source, Runnable stop) implements AutoCloseable {

    static LedgerStorage h2() {
        return new LedgerStorage(new SingleConnectionDataSource("jdbc:h2:mem:ledger", true), () -> {});
    }

    /** Durable, which zonky's own default is not. */
    static LedgerStorage postgreSql() throws IOException {
        EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .start();
        return new LedgerStorage(
                new SingleConnectionDataSource(postgres.getJdbcUrl("postgres", "postgres"), true), () -> {
                    try {
                        postgres.close();
                    } catch (IOException e) {
                        throw new UncheckedIOException("PostgreSQL did not stop", e);
                    }
                });
    }

    @Override
    public void close() {
        source.destroy();
        stop.run();
    }
}
