package org.cbthomework.plugin.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** The occasions that others laid out as Tasks of a care plan: one row for each Task. */
public final class OccasionRows {

    private static final List<String> COLUMNS =
            List.of("TASK", "ASSIGNMENT", "CARE_PLAN", "SUBJECT", "WORKSHEET", "KIND", "ZONE", "OPENS", "CLOSES");

    private final JdbcTemplate sql;
    private final String upsert;

    /** Uses the transaction that is open on the data source, if one is. */
    public OccasionRows(DataSource dataSource) {
        this.sql = new JdbcTemplate(dataSource);
        this.upsert = Dialect.of(dataSource).upsert("CBT_HOMEWORK.OCCASION", "TASK", COLUMNS);
    }

    public void record(OccasionRow row) {
        sql.update(
                upsert,
                row.task(),
                row.assignment().value(),
                row.assignment().resource(),
                row.subject(),
                row.worksheet(),
                row.kind(),
                row.zone(),
                row.opens().toEpochMilli(),
                row.closes().toEpochMilli());
    }

    /**
     * Forgets the occasion of a Task that no longer asks for homework.
     *
     * @return whether it was one
     */
    public boolean forget(String task) {
        return sql.update("DELETE FROM CBT_HOMEWORK.OCCASION WHERE TASK = ?", task) > 0;
    }

    public List<OccasionRow> of(AssignmentKey assignment) {
        return where("ASSIGNMENT", assignment.value());
    }

    public List<OccasionRow> ofSubject(String subject) {
        return where("SUBJECT", subject);
    }

    /** The occasion that a Task is, if it is one. */
    List<OccasionRow> ofTask(String task) {
        return where("TASK", task);
    }

    private List<OccasionRow> where(String column, String value) {
        return sql.query(
                "SELECT * FROM CBT_HOMEWORK.OCCASION WHERE " + column + " = ? ORDER BY ASSIGNMENT, OPENS, TASK",
                (row, number) -> read(row),
                value);
    }

    private static OccasionRow read(ResultSet row) throws SQLException {
        return new OccasionRow(
                row.getString("TASK"),
                new AssignmentKey(row.getString("ASSIGNMENT")),
                row.getString("SUBJECT"),
                row.getString("WORKSHEET"),
                row.getString("KIND"),
                row.getString("ZONE"),
                Instant.ofEpochMilli(row.getLong("OPENS")),
                Instant.ofEpochMilli(row.getLong("CLOSES")));
    }
}
