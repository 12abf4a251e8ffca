package org.cbthomework.plugin.ledger;

import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** What is known of patients' days: the rows that each resource tells. */
public final class CalendarRows {

    private final JdbcTemplate sql;

    /** Uses the transaction that is open on the data source, if one is. */
    public CalendarRows(DataSource dataSource) {
        this.sql = new JdbcTemplate(dataSource);
    }

    /**
     * Records all that a resource tells now, in place of what it told before.
     *
     * @return whether it told anything, before or now
     */
    public boolean record(String resource, List<CalendarRow> rows) {
        int before = sql.update("DELETE FROM CBT_HOMEWORK.CALENDAR WHERE RESOURCE = ?", resource);
        int number = 0;
        for (CalendarRow row : rows) {
            number++;
            sql.update(
                    "INSERT INTO CBT_HOMEWORK.CALENDAR (RESOURCE, NUMBER, SUBJECT, SCOPE, KIND, STARTS, ENDS)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                    resource,
                    number,
                    row.subject(),
                    row.scope(),
                    row.kind().name(),
                    row.starts(),
                    row.ends().orElse(null));
        }
        return before + number > 0;
    }

    /** What is known of the days of a patient, by resource. */
    public List<CalendarRow> ofSubject(String subject) {
        return where("SUBJECT", subject);
    }

    /** What a resource tells, in its order. */
    List<CalendarRow> ofResource(String resource) {
        return where("RESOURCE", resource);
    }

    private List<CalendarRow> where(String column, String value) {
        return sql.query(
                "SELECT * FROM CBT_HOMEWORK.CALENDAR WHERE " + column + " = ? ORDER BY RESOURCE, NUMBER",
                (row, number) -> new CalendarRow(
                        row.getString("RESOURCE"),
                        row.getString("SUBJECT"),
                        row.getString("SCOPE"),
                        CalendarRow.Kind.valueOf(row.getString("KIND")),
                        row.getString("STARTS"),
                        Optional.ofNullable(row.getString("ENDS"))),
                value);
    }
}
