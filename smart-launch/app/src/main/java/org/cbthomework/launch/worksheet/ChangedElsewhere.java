package org.cbthomework.launch.worksheet;

import java.io.Serial;

/** Somebody else, or another device of the patient, has written to the same occasion since it was opened. */
public final class ChangedElsewhere extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    /** Says what to do, and nothing of what was written. */
    public ChangedElsewhere() {
        super("This worksheet was changed on another device since it was opened here; load it anew");
    }
}
