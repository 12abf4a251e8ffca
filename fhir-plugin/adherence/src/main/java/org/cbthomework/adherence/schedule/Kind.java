package org.cbthomework.adherence.schedule;

/** The kind of homework, after Tang and Kreindler (JMIR Mental Health 2017;4(2):e20). */
public enum Kind {
    /** Reading, watching or listening; a matter of doing. */
    PSYCHOEDUCATION(true),
    /** Diaries, logs and measures; a matter of not having to recall. */
    SELF_ASSESSMENT(false),
    /** Practice of a skill, such as relaxation or exposure; a matter of doing. */
    MODALITY_SPECIFIC(true);

    private final boolean openAllDay;

    Kind(boolean openAllDay) {
        this.openAllDay = openAllDay;
    }

    /** Whether a timed slot may be done at any time of its day. */
    boolean openAllDay() {
        return openAllDay;
    }

    /** Whether the strict count, logged in time, is the one to read first (rule 9). */
    public boolean leadsWithInTime() {
        return !openAllDay;
    }
}
