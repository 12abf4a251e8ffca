package org.cbthomework.adherence;

/** What became of an occasion (rule 7). */
public enum Outcome {
    /** First completed inside the window. */
    ON_TIME,
    /** First completed inside the grace after the window. */
    LATE,
    /** Completed for the occasion after its grace. */
    BACK_FILLED,
    /** Begun, or handed in below the threshold of completeness, and due. */
    PARTIAL,
    /** Due, and nothing came. */
    MISSED,
    /** Not done, and there is still time. */
    PENDING,
    /** Nothing was expected. */
    EXCUSED;

    /** Whether the homework was done, whenever. */
    public boolean isDone() {
        return this == ON_TIME || this == LATE || this == BACK_FILLED;
    }

    /** Whether it was done and logged within the grace. */
    public boolean isInTime() {
        return this == ON_TIME || this == LATE;
    }

    /** Whether the occasion counts in the denominator: it is over, or already done (rule 6). */
    public boolean isDue() {
        return this != PENDING && this != EXCUSED;
    }
}
