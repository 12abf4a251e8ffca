package org.cbthomework.launch.launches;

import java.time.Clock;
import java.util.Optional;
import org.cbthomework.launch.keys.Sealing;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Pending launches in the database, under the hash of their state. */
public final class StoredPendingLaunches implements PendingLaunches {

    private final JdbcClient sql;
    private final Sealing sealing;
    private final JsonMapper json;
    private final Clock clock;

    public StoredPendingLaunches(JdbcClient sql, Sealing sealing, JsonMapper json, Clock clock) {
        this.sql = sql;
        this.sealing = sealing;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public void add(PendingLaunch pending, Browser browser) {
        String state = Unguessable.hash(pending.state());
        sql.sql("delete from pending_launches where ends <= :now")
                .param("now", clock.millis())
                .update();
        sql.sql("insert into pending_launches (state, browser, ends, sealed) values (:state, :browser, :ends, :sealed)")
                .param("state", state)
                .param("browser", browser.hash())
                .param("ends", pending.ends().toEpochMilli())
                .param("sealed", sealing.seal(json.writeValueAsString(pending), state))
                .update();
    }

    @Override
    public Optional<PendingLaunch> take(String told, Browser browser) {
        String state = Unguessable.hash(told);
        Optional<String> found = sql.sql("select sealed from pending_launches"
                        + " where state = :state and browser = :browser and ends > :now")
                .param("state", state)
                .param("browser", browser.hash())
                .param("now", clock.millis())
                .query(String.class)
                .optional();
        // Whoever deletes the row has taken it: of two at once, the other deletes none.
        int deleted = sql.sql("delete from pending_launches where state = :state and browser = :browser")
                .param("state", state)
                .param("browser", browser.hash())
                .update();
        return deleted == 1
                ? found.map(text -> json.readValue(sealing.open(text, state), PendingLaunch.class))
                : Optional.empty();
    }
}
