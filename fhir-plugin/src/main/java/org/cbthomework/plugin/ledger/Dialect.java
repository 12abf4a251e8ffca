package org.cbthomework.plugin.ledger;

import static java.util.stream.Collectors.joining;

import java.sql.DatabaseMetaData;
import java.util.Collections;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;

/** The databases the ledger speaks to, where their SQL differs. */
enum Dialect {
    H2 {
        @Override
        String upsert(String table, String key, List<String> columns) {
            return "MERGE INTO " + table + " (" + names(columns) + ") KEY (" + key + ") VALUES (" + marks(columns)
                    + ")";
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
    };

    /** One statement that writes a row whether or not its key is there. */
    abstract String upsert(String table, String key, List<String> columns);

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
