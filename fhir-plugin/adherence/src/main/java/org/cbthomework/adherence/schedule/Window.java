package org.cbthomework.adherence.schedule;

import java.time.Instant;

/**
 * When an occasion can be done: on time from {@code opens} (inclusive) to {@code closes} (exclusive), late from then to
 * {@code graceEnds} (exclusive).
 */
public record Window(Instant opens, Instant closes, Instant graceEnds) {

    public Window {
        if (!opens.isBefore(closes)) {
            throw new IllegalArgumentException(
                    "A window opens at " + opens + " and closes at " + closes + "; it must close later than it opens");
        }
        if (graceEnds.isBefore(closes)) {
            throw new IllegalArgumentException("A window closes at " + closes + " and its grace ends at " + graceEnds
                    + "; grace must not end before the window closes");
        }
    }

    /** Whether the moment lies inside the window itself, grace apart. */
    public boolean contains(Instant moment) {
        return !moment.isBefore(opens) && moment.isBefore(closes);
    }

    /** Whether the moment lies in the grace after the window. */
    public boolean graces(Instant moment) {
        return !moment.isBefore(closes) && moment.isBefore(graceEnds);
    }

    /** Whether the moment is past all grace. */
    public boolean isOverAt(Instant moment) {
        return !moment.isBefore(graceEnds);
    }
}
