package org.cbthomework.launch.worksheet;

import java.io.Serial;

/** Somebody else, or another device of the patient, has written to the same occasion since it was opened. */
public final class ChangedElsewhere extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    /** Told under the key {@code refusal.changed-elsewhere}; nothing is said of what was written. */
    public ChangedElsewhere() {
        super("refusal.changed-elsewhere");
    }
}
