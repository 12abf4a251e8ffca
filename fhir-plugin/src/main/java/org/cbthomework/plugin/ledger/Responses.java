package org.cbthomework.plugin.ledger;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

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
import org.cbthomework.adherence.schedule.OccasionKey;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** What was handed in: one row for each response, told apart by its id. */
public final class Responses {

    private static final List<String> COLUMNS = List.of(
            "ID",
            "ASSIGNMENT",
            "OCCASION",
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

    /** Records the newest state of a response: one write, no read. */
    public void record(AssignmentKey assignment, Submission submission) {
        HandIn handIn = submission.handIn();
        Optional<Authored> authored = handIn.authored();
        sql.getJdbcOperations()
                .update(
                        upsert,
                        submission.id(),
                        assignment.value(),
                        submission.occasion().map(OccasionKey::value).orElse(null),
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

    /** Withdraws a response that no longer answers any assignment; one that never did is left alone. */
    public void withdraw(String id) {
        sql.getJdbcOperations()
                .update("UPDATE CBT_HOMEWORK.RESPONSE SET STATE = ? WHERE ID = ?", Submission.State.VOIDED.name(), id);
    }

    /** The submissions to each of the assignments, in no particular order; an assignment without any has no entry. */
    public Map<AssignmentKey, List<Submission>> to(Collection<AssignmentKey> assignments) {
        if (assignments.isEmpty()) {
            return Map.of();
        }
        List<String> keys = assignments.stream().map(AssignmentKey::value).toList();
        return sql
                .query(
                        "SELECT * FROM CBT_HOMEWORK.RESPONSE WHERE ASSIGNMENT IN (:keys)",
                        Map.of("keys", keys),
                        (row, number) -> new Entry(new AssignmentKey(row.getString("ASSIGNMENT")), submission(row)))
                .stream()
                .collect(groupingBy(Entry::assignment, mapping(Entry::submission, toList())));
    }

    private record Entry(AssignmentKey assignment, Submission submission) {}

    private static Submission submission(ResultSet row) throws SQLException {
        return new Submission(
                row.getString("ID"),
                Submission.State.valueOf(row.getString("STATE")),
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
