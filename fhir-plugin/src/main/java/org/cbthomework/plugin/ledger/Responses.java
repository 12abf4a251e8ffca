package org.cbthomework.plugin.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.cbthomework.adherence.Completeness;
import org.cbthomework.adherence.HandIn;
import org.cbthomework.adherence.HandIn.Authored;
import org.cbthomework.adherence.Submission;
import org.cbthomework.adherence.Submission.State;
import org.cbthomework.adherence.schedule.OccasionKey;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** What was handed in: one row for each response, told apart by its id. */
public final class Responses {

    private static final List<String> COLUMNS = List.of(
            "ID",
            "ASSIGNMENT",
            "SUBJECT",
            "VERSION",
            "UNPUBLISHED",
            "OCCASION",
            "DRAFT_OF",
            "STATE",
            "AUTHORED",
            "AUTHORED_OFFSET",
            "RECEIVED",
            "AUTHOR",
            "ANSWERED",
            "REQUIRED",
            "ANY_ANSWER");

    private final NamedParameterJdbcTemplate sql;
    private final String upsert;

    /** Uses the transaction that is open on the data source, if one is. */
    public Responses(DataSource dataSource) {
        this.sql = new NamedParameterJdbcTemplate(dataSource);
        this.upsert = Dialect.of(dataSource).upsert("CBT_HOMEWORK.RESPONSE", "ID", COLUMNS);
    }

    /**
     * Records the newest state of a response, to be published: one write, no read.
     *
     * @throws org.springframework.dao.DuplicateKeyException if it is a second draft of one occasion
     */
    public void record(ResponseRow row) {
        Submission submission = row.submission();
        HandIn handIn = submission.handIn();
        Optional<Authored> authored = handIn.authored();
        sql.getJdbcOperations()
                .update(
                        upsert,
                        submission.id(),
                        row.assignment().value(),
                        row.subject(),
                        row.version(),
                        true,
                        submission.occasion().map(OccasionKey::value).orElse(null),
                        draftOf(row).orElse(null),
                        submission.state().name(),
                        authored.map(each -> each.moment().toEpochMilli()).orElse(null),
                        authored.flatMap(Authored::offset)
                                .map(ZoneOffset::getTotalSeconds)
                                .orElse(null),
                        handIn.received().toEpochMilli(),
                        handIn.by().name(),
                        submission.completeness().answered(),
                        submission.completeness().required(),
                        submission.completeness().anyAnswer());
    }

    /** The occasion that it keeps for its own while it is a draft. */
    private static Optional<String> draftOf(ResponseRow row) {
        return row.submission().state() == State.DRAFT
                ? row.submission().occasion().map(occasion -> row.assignment().value() + " " + occasion.value())
                : Optional.empty();
    }

    /** Withdraws a response that no longer answers any assignment; one that never did is left alone. */
    public void withdraw(String id) {
        sql.getJdbcOperations()
                .update(
                        "UPDATE CBT_HOMEWORK.RESPONSE SET STATE = ?, VERSION = VERSION + 1, UNPUBLISHED = TRUE,"
                                + " DRAFT_OF = NULL WHERE ID = ? AND STATE <> ?",
                        State.VOIDED.name(),
                        id,
                        State.VOIDED.name());
    }

    /** Marks as published what follows from the given versions; one changed since stays as it is. */
    public void published(Collection<ResponseRow> rows) {
        sql.getJdbcOperations()
                .batchUpdate(
                        "UPDATE CBT_HOMEWORK.RESPONSE SET UNPUBLISHED = NULL WHERE ID = ? AND VERSION = ?",
                        rows.stream()
                                .map(row -> new Object[] {row.submission().id(), row.version()})
                                .toList());
    }

    /** The responses to each of the assignments, in no particular order; an assignment without any has no row. */
    public List<ResponseRow> to(Collection<AssignmentKey> assignments) {
        return assignments.isEmpty()
                ? List.of()
                : where(
                        "ASSIGNMENT IN (:keys)",
                        Map.of(
                                "keys",
                                assignments.stream().map(AssignmentKey::value).toList()));
    }

    /** The responses of a patient that are not published as they are now, in no particular order. */
    public List<ResponseRow> unpublished(String subject) {
        return where("SUBJECT = :subject AND UNPUBLISHED = TRUE", Map.of("subject", subject));
    }

    /** The response as recorded, if it is. */
    public Optional<ResponseRow> find(String id) {
        return where("ID = :id", Map.of("id", id)).stream().findFirst();
    }

    /** The ids of all responses recorded, void ones too. */
    public List<String> ids() {
        return sql.getJdbcOperations().queryForList("SELECT ID FROM CBT_HOMEWORK.RESPONSE", String.class);
    }

    private List<ResponseRow> where(String condition, Map<String, ?> values) {
        return sql.query("SELECT * FROM CBT_HOMEWORK.RESPONSE WHERE " + condition, values, (row, number) -> read(row));
    }

    private static ResponseRow read(ResultSet row) throws SQLException {
        return new ResponseRow(
                new AssignmentKey(row.getString("ASSIGNMENT")),
                row.getString("SUBJECT"),
                row.getLong("VERSION"),
                submission(row));
    }

    private static Submission submission(ResultSet row) throws SQLException {
        return new Submission(
                row.getString("ID"),
                State.valueOf(row.getString("STATE")),
                new HandIn(
                        authored(row),
                        Instant.ofEpochMilli(row.getLong("RECEIVED")),
                        HandIn.Author.valueOf(row.getString("AUTHOR"))),
                new Completeness(row.getInt("ANSWERED"), row.getInt("REQUIRED"), row.getBoolean("ANY_ANSWER")),
                Optional.ofNullable(row.getString("OCCASION")).map(OccasionKey::new));
    }

    private static Optional<Authored> authored(ResultSet row) throws SQLException {
        long moment = row.getLong("AUTHORED");
        if (row.wasNull()) {
            return Optional.empty();
        }
        int offset = row.getInt("AUTHORED_OFFSET");
        Optional<ZoneOffset> wallClock =
                row.wasNull() ? Optional.empty() : Optional.of(ZoneOffset.ofTotalSeconds(offset));
        return Optional.of(new Authored(Instant.ofEpochMilli(moment), wallClock));
    }
}
