package org.cbthomework.plugin.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** What was assigned: one row for each assignment, several for a care plan that holds several. */
public final class AssignmentRows {

    private static final List<String> COLUMNS =
            List.of("ASSIGNMENT", "RESOURCE", "SUBJECT", "CARE_PLAN", "WORKSHEET", "KIND", "ZONE", "DEFINITION");

    private final JdbcTemplate sql;
    private final String upsert;

    /** Uses the transaction that is open on the data source, if one is. */
    public AssignmentRows(DataSource dataSource) {
        this.sql = new JdbcTemplate(dataSource);
        this.upsert = Dialect.of(dataSource).upsert("CBT_HOMEWORK.ASSIGNMENT", "ASSIGNMENT", COLUMNS);
    }

    /**
     * Records all the assignments that a resource holds now; those it held before and no longer does are forgotten.
     *
     * @return whether it holds or held any
     */
    public boolean record(String resource, Collection<AssignmentRow> rows) {
        List<String> kept = rows.stream().map(row -> row.key().value()).toList();
        List<String> before = sql.queryForList(
                "SELECT ASSIGNMENT FROM CBT_HOMEWORK.ASSIGNMENT WHERE RESOURCE = ?", String.class, resource);
        before.stream()
                .filter(key -> !kept.contains(key))
                .forEach(key -> sql.update("DELETE FROM CBT_HOMEWORK.ASSIGNMENT WHERE ASSIGNMENT = ?", key));
        rows.forEach(row -> sql.update(
                upsert,
                row.key().value(),
                resource,
                row.subject(),
                row.carePlan().orElse(null),
                row.worksheet(),
                row.kind(),
                row.zone(),
                row.definition()));
        return !before.isEmpty() || !kept.isEmpty();
    }

    public Optional<AssignmentRow> find(AssignmentKey key) {
        return where("ASSIGNMENT", key.value()).stream().findFirst();
    }

    /** The assignments of a patient, by key. */
    public List<AssignmentRow> ofSubject(String subject) {
        return where("SUBJECT", subject);
    }

    /** The assignments that a resource holds, by key. */
    List<AssignmentRow> ofResource(String resource) {
        return where("RESOURCE", resource);
    }

    private List<AssignmentRow> where(String column, String value) {
        return sql.query(
                "SELECT * FROM CBT_HOMEWORK.ASSIGNMENT WHERE " + column + " = ? ORDER BY ASSIGNMENT",
                (row, number) -> read(row),
                value);
    }

    private static AssignmentRow read(ResultSet row) throws SQLException {
        return new AssignmentRow(
                new AssignmentKey(row.getString("ASSIGNMENT")),
                row.getString("SUBJECT"),
                Optional.ofNullable(row.getString("CARE_PLAN")),
                row.getString("WORKSHEET"),
                row.getString("KIND"),
                row.getString("ZONE"),
                row.getString("DEFINITION"));
    }
}
