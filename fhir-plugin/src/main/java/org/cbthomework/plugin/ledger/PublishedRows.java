package org.cbthomework.plugin.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.cbthomework.adherence.schedule.OccasionKey;
import org.springframework.jdbc.core.JdbcTemplate;

/** What is published, so that only what differs is written again. */
public final class PublishedRows {

    private static final List<String> COLUMNS = List.of("RESOURCE", "SUBJECT", "ASSIGNMENT", "OCCASION", "CONTENT");

    private final JdbcTemplate sql;
    private final String upsert;

    /** Uses the transaction that is open on the data source, if one is. */
    public PublishedRows(DataSource dataSource) {
        this.sql = new JdbcTemplate(dataSource);
        this.upsert = Dialect.of(dataSource).upsert("CBT_HOMEWORK.PUBLISHED", "RESOURCE", COLUMNS);
    }

    public void record(PublishedRow row) {
        sql.update(
                upsert,
                row.resource(),
                row.subject(),
                row.assignment().value(),
                row.occasion().map(OccasionKey::value).orElse(null),
                row.content());
    }

    /**
     * Forgets what is no longer published, or was written over.
     *
     * @return whether it was published
     */
    public boolean forget(String resource) {
        return sql.update("DELETE FROM CBT_HOMEWORK.PUBLISHED WHERE RESOURCE = ?", resource) > 0;
    }

    public Optional<PublishedRow> find(String resource) {
        return where("RESOURCE", resource).stream().findFirst();
    }

    /** What is published of a patient, by resource. */
    public List<PublishedRow> ofSubject(String subject) {
        return where("SUBJECT", subject);
    }

    private List<PublishedRow> where(String column, String value) {
        return sql.query(
                "SELECT * FROM CBT_HOMEWORK.PUBLISHED WHERE " + column + " = ? ORDER BY RESOURCE",
                (row, number) -> read(row),
                value);
    }

    private static PublishedRow read(ResultSet row) throws SQLException {
        return new PublishedRow(
                row.getString("RESOURCE"),
                row.getString("SUBJECT"),
                new AssignmentKey(row.getString("ASSIGNMENT")),
                Optional.ofNullable(row.getString("OCCASION")).map(OccasionKey::new),
                row.getString("CONTENT"));
    }
}
