package org.cbthomework.plugin.ledger;

import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Whose homework is due to be published: after a change, or because time alone has changed it. */
public final class Publications {

    private static final List<String> COLUMNS = List.of("SUBJECT", "AGAIN_AT", "ATTEMPTS");

    private final JdbcTemplate sql;
    private final String upsert;

    /** Uses the transaction that is open on the data source, if one is. */
    public Publications(DataSource dataSource) {
        this.sql = new JdbcTemplate(dataSource);
        this.upsert = Dialect.of(dataSource).upsert("CBT_HOMEWORK.PUBLICATION", "SUBJECT", COLUMNS);
    }

    /** Patients that are due now, at most so many; one whose last attempt went wrong is due when its time comes. */
    public List<String> due(Instant now, int most) {
        return sql.queryForList(
                "SELECT SUBJECT FROM ("
                        + "SELECT SUBJECT FROM CBT_HOMEWORK.RESPONSE WHERE UNPUBLISHED = TRUE"
                        + " UNION SELECT SUBJECT FROM CBT_HOMEWORK.CHANGED"
                        + " UNION SELECT SUBJECT FROM CBT_HOMEWORK.PUBLICATION WHERE AGAIN_AT <= ?) DUE"
                        + " WHERE NOT EXISTS (SELECT 1 FROM CBT_HOMEWORK.PUBLICATION P"
                        + " WHERE P.SUBJECT = DUE.SUBJECT AND P.ATTEMPTS > 0 AND P.AGAIN_AT > ?)"
                        + " ORDER BY SUBJECT LIMIT ?",
                String.class,
                now.toEpochMilli(),
                now.toEpochMilli(),
                most);
    }

    /** Plans when to look again at what was published of a patient; never, for {@link Instant#MAX}. */
    public void plan(String subject, Instant again) {
        if (again.equals(Instant.MAX)) {
            sql.update("DELETE FROM CBT_HOMEWORK.PUBLICATION WHERE SUBJECT = ?", subject);
        } else {
            sql.update(upsert, subject, again.toEpochMilli(), 0);
        }
    }

    /** How often in a row publishing has gone wrong for a patient. */
    public int attempts(String subject) {
        return sql
                .queryForList("SELECT ATTEMPTS FROM CBT_HOMEWORK.PUBLICATION WHERE SUBJECT = ?", Integer.class, subject)
                .stream()
                .findFirst()
                .orElse(0);
    }

    /** Plans another attempt after one that went wrong. */
    public void planAttempt(String subject, int attempts, Instant again) {
        sql.update(upsert, subject, again.toEpochMilli(), attempts);
    }
}
