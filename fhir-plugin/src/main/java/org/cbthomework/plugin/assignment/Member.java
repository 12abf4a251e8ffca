package org.cbthomework.plugin.assignment;

import java.util.List;
import org.cbthomework.plugin.ledger.AssignmentKey;

/** An assignment by itself, and the assignments that it says it replaces. */
record Member(Assigned assigned, List<AssignmentKey> replaces) {

    /** An order for another worksheet is not replaced by a change of dose, whatever it says. */
    boolean continues(Member other) {
        return replaces.contains(other.assigned().key())
                && assigned.worksheet()
                        .url()
                        .equals(other.assigned().worksheet().url());
    }
}
