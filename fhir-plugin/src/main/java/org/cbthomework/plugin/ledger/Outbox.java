package org.cbthomework.plugin.ledger;

import java.util.List;
import javax.sql.DataSource;

/** What marks a patient's homework as due to be published. */
public final class Outbox {

    private final Responses responses;
    private final ChangedPatients changed;

    /** Uses the transaction that is open on the data source, if one is. */
    public Outbox(DataSource dataSource) {
        this.responses = new Responses(dataSource);
        this.changed = new ChangedPatients(dataSource);
    }

    /** The marks of one patient, as they were when they were read. */
    public record Marks(List<ResponseRow> responses, List<Long> notes) {}

    /** The marks of a patient: to be read before what they tell of, so that nothing is unmarked unseen. */
    public Marks marks(String subject) {
        return new Marks(responses.unpublished(subject), changed.notes(subject));
    }

    /** Takes marks away once what they tell of is published; what changed since stays marked. */
    public void clear(Marks marks) {
        responses.published(marks.responses());
        changed.take(marks.notes());
    }
}
