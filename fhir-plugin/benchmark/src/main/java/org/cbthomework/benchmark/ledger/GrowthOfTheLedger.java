package org.cbthomework.benchmark.ledger;

import static org.cbthomework.benchmark.Lines.print;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.HdrHistogram.Histogram;
import org.cbthomework.benchmark.Cost;
import org.cbthomework.benchmark.Growth;
import org.cbthomework.plugin.ledger.LedgerSchema;
import org.cbthomework.plugin.ledger.ResponseRow;
import org.cbthomework.plugin.ledger.Responses;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Prints what one more row costs the transaction of a response, against the length of the history that is there: 1 to 16
 * years of a daily diary, all in one table, in turns. Each write is rolled back, so that no history grows.
 */
public final class GrowthOfTheLedger {

    private static final List<Integer> YEARS = List.of(1, 2, 4, 8, 16);
    private static final int DAYS = 365;
    private static final int WARM_UP = 2_000;
    private static final int ROUNDS = 3_000;

    private final String database;
    private final Responses responses;
    private final TransactionTemplate transaction;

    private GrowthOfTheLedger(String database, DataSource source) {
        LedgerSchema.bringUpToDate(source);
        this.database = database;
        this.responses = new Responses(source);
        this.transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
    }

    public static void main(String[] arguments) throws IOException {
        print("| database | write | years | rows | p50 us | p95 us |%n|---|---|--:|--:|--:|--:|");
        try (LedgerStorage storage = LedgerStorage.h2()) {
            new GrowthOfTheLedger("H2 in memory", storage.source()).run();
        }
        try (LedgerStorage storage = LedgerStorage.postgreSql()) {
            new GrowthOfTheLedger("PostgreSQL", storage.source()).run();
        }
    }

    private void run() {
        YEARS.forEach(years -> transaction.executeWithoutResult(
                status -> new Rows(years).first(years * DAYS).forEach(responses::record)));
        report("new response", years -> new Rows(years).row(years * DAYS, 1));
        report("new version", years -> new Rows(years).row(years * DAYS / 2, 2));
    }

    private void report(String write, IntFunction<ResponseRow> row) {
        measure(WARM_UP, row);
        Map<Integer, Histogram> nanos = measure(ROUNDS, row);
        List<Cost> costs = new ArrayList<>();
        nanos.forEach((years, each) -> {
            double p50 = each.getValueAtPercentile(50) / 1e3;
            print(
                    "| %s | %s | %d | %,d | %.1f | %.1f |",
                    database, write, years, years * DAYS, p50, each.getValueAtPercentile(95) / 1e3);
            costs.add(new Cost(write, years, p50, each.getMinValue() / 1e3, each.getMaxValue() / 1e3, 0, 0));
        });
        print("exponent of growth, %s, %s: %.2f", database, write, Growth.exponent(costs, Cost::micros));
    }

    private Map<Integer, Histogram> measure(int rounds, IntFunction<ResponseRow> row) {
        Map<Integer, Histogram> nanos = new TreeMap<>();
        YEARS.forEach(years -> nanos.put(years, new Histogram(3)));
        for (int round = 0; round < rounds; round++) {
            nanos.forEach((years, each) -> time(row.apply(years), each::recordValue));
        }
        return nanos;
    }

    private void time(ResponseRow row, LongConsumer nanos) {
        transaction.executeWithoutResult(status -> {
            long begun = System.nanoTime();
            responses.record(row);
            nanos.accept(System.nanoTime() - begun);
            status.setRollbackOnly();
        });
    }
}
