package org.cbthomework.plugin.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings the ledger's tables to their newest version, step by numbered step, in a schema of their own. Safe to run on
 * several nodes at once: one takes the steps, the others wait and find them taken. H2 commits after each statement that
 * makes a table, so each statement of a step must bear to be run again.
 */
public final class LedgerSchema {

    private static final Logger LOG = LoggerFactory.getLogger(LedgerSchema.class);

    /** The numbered steps, oldest first; a step that was released never changes. One may differ between databases. */
    private static final List<String> STEPS =
            List.of("V001__ledger", "V002__publication", "V003__without_encounter", "V004__due");

    private LedgerSchema() {}

    /** Takes the steps that the database lacks. */
    public static void bringUpToDate(DataSource dataSource) {
        JdbcTemplate sql = new JdbcTemplate(dataSource);
        TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
        Dialect dialect = Dialect.of(dataSource);
        dialect.alone(sql, transaction, () -> {
            prepare(sql);
            takeWhatLacks(sql, dialect);
        });
    }

    private static void prepare(JdbcTemplate sql) {
        sql.execute("CREATE SCHEMA IF NOT EXISTS CBT_HOMEWORK");
        sql.execute("CREATE TABLE IF NOT EXISTS CBT_HOMEWORK.LEDGER_VERSION"
                + " (ID INTEGER PRIMARY KEY, VERSION INTEGER NOT NULL)");
        sql.update("INSERT INTO CBT_HOMEWORK.LEDGER_VERSION SELECT 1, 0"
                + " WHERE NOT EXISTS (SELECT 1 FROM CBT_HOMEWORK.LEDGER_VERSION WHERE ID = 1)");
    }

    private static void takeWhatLacks(JdbcTemplate sql, Dialect dialect) {
        Integer version =
                sql.queryForObject("SELECT VERSION FROM CBT_HOMEWORK.LEDGER_VERSION WHERE ID = 1", Integer.class);
        if (version == null || version > STEPS.size()) {
            throw new IllegalStateException("The homework ledger is of version " + version
                    + ", newer than this plugin's " + STEPS.size() + "; run a newer plugin");
        }
        for (int step = version; step < STEPS.size(); step++) {
            take(STEPS.get(step), sql, dialect);
            sql.update("UPDATE CBT_HOMEWORK.LEDGER_VERSION SET VERSION = ? WHERE ID = 1", step + 1);
        }
    }

    private static void take(String step, JdbcTemplate sql, Dialect dialect) {
        LOG.info("Homework ledger: taking step {}", step);
        for (String statement : read(file(step, dialect)).split(";\\s*\\n", -1)) {
            if (!statement.isBlank()) {
                sql.execute(statement);
            }
        }
    }

    private static String file(String step, Dialect dialect) {
        String own = step + "." + dialect.name().toLowerCase(Locale.ROOT) + ".sql";
        return LedgerSchema.class.getResource(own) == null ? step + ".sql" : own;
    }

    private static String read(String step) {
        try (InputStream file = LedgerSchema.class.getResourceAsStream(step)) {
            if (file == null) {
                throw new IllegalStateException(step + " is not in the plugin's jar; build the jar again");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(step + " could not be read from the plugin's jar; see the cause", e);
        }
    }
}
