package org.cbthomework.plugin.ledger;

import static java.util.stream.Collectors.joining;

import java.sql.DatabaseMetaData;
import java.util.Collections;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.transaction.support.TransactionTemplate;

/** The databases the ledger speaks to, where their SQL differs. */
enum Dialect {
    H2 {
        @Override
        String upsert(String table, String key, List<String> columns) {
            return "MERGE INTO " + table + " (" + names(columns) + ") KEY (" + key + ") VALUES (" + marks(columns)
                    + ")";
        }

        /** An embedded database has one process. */
        @Override
        synchronized void alone(JdbcTemplate sql, TransactionTemplate transaction, Runnable work) {
            transaction.executeWithoutResult(status -> work.run());
        }
    },
    POSTGRESQL {
        @Override
        String upsert(String table, String key, List<String> columns) {
            String changes = columns.stream()
                    .filter(column -> !column.equals(key))
                    .map(column -> column + " = EXCLUDED." + column)
                    .collect(joining(", "));
            return "INSERT INTO " + table + " (" + names(columns) + ") VALUES (" + marks(columns) + ") ON CONFLICT ("
                    + key + ") DO UPDATE SET " + changes;
        }

        /** Even {@code CREATE ... IF NOT EXISTS} fails for all but one that run it at once. */
        @Override
        void alone(JdbcTemplate sql, TransactionTemplate transaction, Runnable work) {
            transaction.executeWithoutResult(status -> {
                sql.execute("SELECT pg_advisory_xact_lock(" + LOCK + ")");
                work.run();
            });
        }
    };

    /** A number of our own among the advisory locks of a database: "cbt-home" in ASCII. */
    private static final long LOCK = 0x6362742d686f6d65L;

    /** One statement that writes a row whether or not its key is there. */
    abstract String upsert(String table, String key, List<String> columns);

    /** Does work on the schema in a transaction, while no other node does. */
    abstract void alone(JdbcTemplate sql, TransactionTemplate transaction, Runnable work);

    /**
     * The dialect of a database.
     *
     * @throws IllegalStateException for anything but H2 and PostgreSQL
     */
    static Dialect of(DataSource dataSource) {
        String product = product(dataSource);
        return switch (product) {
            case "H2" -> H2;
            case "PostgreSQL" -> POSTGRESQL;
            default ->
                throw new IllegalStateException(
                        "The database is " + product + "; the homework ledger runs on H2 and PostgreSQL only");
        };
    }

    private static String product(DataSource dataSource) {
        try {
            return JdbcUtils.extractDatabaseMetaData(dataSource, DatabaseMetaData::getDatabaseProductName);
        } catch (MetaDataAccessException e) {
            throw new IllegalStateException("The database of the homework ledger does not answer; see the cause", e);
        }
    }

    private static String names(List<String> columns) {
        return String.join(", ", columns);
    }

    private static String marks(List<String> columns) {
        return String.join(", ", Collections.nCopies(columns.size(), "?"));
    }
}
