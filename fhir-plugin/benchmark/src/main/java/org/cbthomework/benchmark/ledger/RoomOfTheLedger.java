package org.cbthomework.benchmark.ledger;

import static org.cbthomework.benchmark.Lines.print;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.cbthomework.plugin.ledger.LedgerSchema;
import org.cbthomework.plugin.ledger.ResponseRow;
import org.cbthomework.plugin.ledger.Responses;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Prints the bytes that a response takes in the ledger on PostgreSQL: as it lives there, each marked as published in a
 * later transaction than it was written in and the room of the older rows taken again once in a while, and packed anew.
 */
public final class RoomOfTheLedger {

    private static final int DIARIES = 1_000;
    private static final int EVENINGS = 84;
    private static final int TOGETHER = 1_000;
    private static final int VACUUM_EVERY = 10;

    private RoomOfTheLedger() {}

    public static void main(String[] arguments) throws IOException {
        try (LedgerStorage storage = LedgerStorage.postgreSql()) {
            JdbcTemplate sql = new JdbcTemplate(storage.source());
            LedgerSchema.bringUpToDate(storage.source());
            fill(
                    new Responses(storage.source()),
                    sql,
                    new TransactionTemplate(new DataSourceTransactionManager(storage.source())));
            print("| table | rows | bytes for each | heap | indexes |%n|---|--:|--:|--:|--:|");
            row("as it lives", sql);
            sql.execute("VACUUM FULL CBT_HOMEWORK.RESPONSE");
            row("packed anew", sql);
            print("%n| index | bytes for each row |%n|---|--:|");
            sql.query(
                    "SELECT indexrelname, pg_relation_size(indexrelid) FROM pg_stat_user_indexes"
                            + " WHERE schemaname = 'cbt_homework' AND relname = 'response' ORDER BY 1",
                    index -> {
                        print("| %s | %.0f |", index.getString(1), index.getLong(2) / (double) (DIARIES * EVENINGS));
                    });
        }
    }

    /** As in a clinic: evening by evening, a response of each patient. */
    private static void fill(Responses responses, JdbcTemplate sql, TransactionTemplate transaction) {
        for (int batch = 0; batch < DIARIES * EVENINGS / TOGETHER; batch++) {
            int begin = batch * TOGETHER;
            List<ResponseRow> rows = IntStream.range(begin, begin + TOGETHER)
                    .mapToObj(each -> new Rows(each % DIARIES).row(each / DIARIES, 1))
                    .toList();
            transaction.executeWithoutResult(status -> rows.forEach(responses::record));
            transaction.executeWithoutResult(status -> responses.published(rows));
            if (batch % VACUUM_EVERY == VACUUM_EVERY - 1) {
                sql.execute("VACUUM CBT_HOMEWORK.RESPONSE");
            }
        }
    }

    private static void row(String state, JdbcTemplate sql) {
        double rows = size("SELECT COUNT(*) FROM CBT_HOMEWORK.RESPONSE", sql);
        print(
                "| %s | %,.0f | %.0f | %.0f | %.0f |",
                state,
                rows,
                size("SELECT pg_total_relation_size('CBT_HOMEWORK.RESPONSE')", sql) / rows,
                size("SELECT pg_relation_size('CBT_HOMEWORK.RESPONSE')", sql) / rows,
                size("SELECT pg_indexes_size('CBT_HOMEWORK.RESPONSE')", sql) / rows);
    }

    private static long size(String query, JdbcTemplate sql) {
        Long answer = sql.queryForObject(query, Long.class);
        if (answer == null) {
            throw new IllegalStateException(query + " was not answered");
        }
        return answer;
    }
}
