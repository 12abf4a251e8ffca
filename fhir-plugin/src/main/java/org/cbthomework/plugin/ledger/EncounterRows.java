package org.cbthomework.plugin.ledger;

import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** The Encounters that have a say in when homework is expected: one row for each. */
public final class EncounterRows {

    private static final List<String> COLUMNS = List.of("ENCOUNTER", "SUBJECT", "KIND", "STARTS", "ENDS");

    private final JdbcTemplate sql;
    private final String upsert;

    /** Uses the transaction that is open on the data source, if one is. */
    public EncounterRows(DataSource dataSource) {
        this.sql = new JdbcTemplate(dataSource);
        this.upsert = Dialect.of(dataSource).upsert("CBT_HOMEWORK.ENCOUNTER", "ENCOUNTER", COLUMNS);
    }

    public void record(EncounterRow row) {
        sql.update(
                upsert,
                row.encounter(),
                row.subject(),
                row.kind().name(),
                row.starts(),
                row.ends().orElse(null));
    }

    /** Forgets an Encounter that has no say any more. */
    public void forget(String encounter) {
        sql.update("DELETE FROM CBT_HOMEWORK.ENCOUNTER WHERE ENCOUNTER = ?", encounter);
    }

    /** The Encounters of a patient, by name. */
    public List<EncounterRow> ofSubject(String subject) {
        return sql.query(
                "SELECT * FROM CBT_HOMEWORK.ENCOUNTER WHERE SUBJECT = ? ORDER BY ENCOUNTER",
                (row, number) -> new EncounterRow(
                        row.getString("ENCOUNTER"),
                        row.getString("SUBJECT"),
                        EncounterRow.Kind.valueOf(row.getString("KIND")),
                        row.getString("STARTS"),
                        Optional.ofNullable(row.getString("ENDS"))),
                subject);
    }
}
