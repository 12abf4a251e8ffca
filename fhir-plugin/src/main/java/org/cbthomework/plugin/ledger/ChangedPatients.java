package org.cbthomework.plugin.ledger;

import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Patients whose homework changed otherwise than by a response, noted in the transaction of the change. */
public final class ChangedPatients {

    private final JdbcTemplate sql;

    /** Uses the transaction that is open on the data source, if one is. */
    public ChangedPatients(DataSource dataSource) {
        this.sql = new JdbcTemplate(dataSource);
    }

    /** Notes a change: a row is only added, so that no two writers wait for one another. */
    public void note(String subject) {
        sql.update("INSERT INTO CBT_HOMEWORK.CHANGED (SUBJECT) VALUES (?)", subject);
    }

    /** The notes about a patient. */
    public List<Long> notes(String subject) {
        return sql.queryForList("SELECT ID FROM CBT_HOMEWORK.CHANGED WHERE SUBJECT = ?", Long.class, subject);
    }

    /** Takes away notes, once what they tell of is published. */
    public void take(Collection<Long> notes) {
        sql.batchUpdate(
                "DELETE FROM CBT_HOMEWORK.CHANGED WHERE ID = ?",
                notes.stream().map(note -> new Object[] {note}).toList());
    }
}
