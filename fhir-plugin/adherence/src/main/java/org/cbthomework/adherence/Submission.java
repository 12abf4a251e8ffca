package org.cbthomework.adherence;

import java.util.Optional;
import org.cbthomework.adherence.schedule.OccasionKey;

/**
 * One response of the patient to one assignment.
 *
 * @param id its name; two deliveries of one response have the same
 * @param state how far it has come
 * @param handIn its first completion; for one never completed, its latest change
 * @param completeness how much its latest version answers
 * @param occasion the occasion it names, if it names one
 */
public record Submission(
        String id, State state, HandIn handIn, Completeness completeness, Optional<OccasionKey> occasion) {

    /** How far a response has come. */
    public enum State {
        /** Begun and saved, not handed in. */
        DRAFT,
        /** Handed in as far as it got. */
        STOPPED,
        /** Handed in, amended since or not. */
        COMPLETED,
        /** Says that there was nothing to note that day. */
        NOTHING_TO_LOG,
        /** Entered in error or deleted: gives nothing. */
        VOIDED
    }

    boolean completes(double threshold) {
        return state == State.COMPLETED && completeness.reaches(threshold);
    }

    boolean isPartial(double threshold) {
        return state != State.VOIDED && state != State.NOTHING_TO_LOG && !completes(threshold);
    }
}
