package org.cbthomework.launch.launches;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.cbthomework.launch.keys.Sealing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Launches in the database. */
public final class StoredLaunches implements Launches {

    private static final int STRIPES = 64;

    /** Whoever changes a launch waits here first, so that a node holds one connection for it and not many. */
    private final List<Lock> locks =
            Stream.<Lock>generate(ReentrantLock::new).limit(STRIPES).toList();

    private final JdbcClient sql;
    private final TransactionTemplate transactions;
    private final Sealing sealing;
    private final JsonMapper json;
    private final Clock clock;

    public StoredLaunches(
            JdbcClient sql, TransactionTemplate transactions, Sealing sealing, JsonMapper json, Clock clock) {
        this.sql = sql;
        this.transactions = transactions;
        this.sealing = sealing;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public void add(Launch launch, Browser browser) {
        sql.sql("delete from launches where ends <= :now")
                .param("now", clock.millis())
                .update();
        sql.sql("insert into launches (id, browser, ends, sealed) values (:id, :browser, :ends, :sealed)")
                .param("id", launch.id().value())
                .param("browser", browser.hash())
                .param("ends", launch.ends().toEpochMilli())
                .param("sealed", sealed(launch))
                .update();
    }

    @Override
    public Optional<Launch> find(LaunchId id, Browser browser) {
        return sql.sql("select sealed from launches where id = :id and browser = :browser and ends > :now")
                .param("id", id.value())
                .param("browser", browser.hash())
                .param("now", clock.millis())
                .query(String.class)
                .optional()
                .map(text -> opened(text, id));
    }

    @Override
    public Optional<Launch> change(LaunchId id, UnaryOperator<Launch> change) {
        Lock lock = locks.get(Math.floorMod(id.hashCode(), STRIPES));
        lock.lock();
        try {
            return Optional.ofNullable(transactions.execute(status -> sql.sql(
                                    "select sealed from launches where id = :id for update")
                            .param("id", id.value())
                            .query(String.class)
                            .optional()
                            .map(text -> changed(opened(text, id), change))))
                    .flatMap(found -> found);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void remove(LaunchId id) {
        sql.sql("delete from launches where id = :id").param("id", id.value()).update();
    }

    @Override
    public List<Launch> removeAll(Browser browser) {
        List<Launch> found = sql.sql("select id, sealed from launches where browser = :browser")
                .param("browser", browser.hash())
                .query((row, n) -> opened(row.getString("sealed"), new LaunchId(row.getString("id"))))
                .list();
        sql.sql("delete from launches where browser = :browser")
                .param("browser", browser.hash())
                .update();
        return found;
    }

    private Launch changed(Launch before, UnaryOperator<Launch> change) {
        Launch after = change.apply(before);
        if (!after.equals(before)) {
            sql.sql("update launches set sealed = :sealed where id = :id")
                    .param("sealed", sealed(after))
                    .param("id", after.id().value())
                    .update();
        }
        return after;
    }

    private String sealed(Launch launch) {
        return sealing.seal(json.writeValueAsString(launch), launch.id().value());
    }

    private Launch opened(String sealed, LaunchId id) {
        return json.readValue(sealing.open(sealed, id.value()), Launch.class);
    }
}
