package org.cbthomework.adherence;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * When answers were handed in, and who says so.
 *
 * @param authored when they were handed in, as the client says; empty if it does not say, or says less than a moment
 * @param received when the server received them, by its own clock
 * @param by whose word {@code authored} is
 */
public record HandIn(Optional<Authored> authored, Instant received, Author by) {

    /** How long before its receipt a patient's own word is believed: a phone may be offline that long (rule 13). */
    private static final Duration OFFLINE = Duration.ofDays(7);

    /** How far a patient's clock may run ahead. */
    private static final Duration FAST_CLOCK = Duration.ofMinutes(5);

    private static final int WIDEST_OFFSET_SECONDS = (int) Duration.ofHours(14).toSeconds();

    /** Whose word the time is. */
    public enum Author {
        /** The patient or a proxy, on a device of their own: believed within bounds. */
        PATIENT,
        /** A clinician who transcribes: believed. */
        CLINICIAN,
        /** An import or another system: believed. */
        SYSTEM
    }

    /**
     * A time that a client says.
     *
     * @param moment the moment on the time line
     * @param offset the offset of the wall clock it was read from; empty for {@code Z}, which carries none
     */
    public record Authored(Instant moment, Optional<ZoneOffset> offset) {

        public Authored {
            offset = offset.filter(each -> Math.abs(each.getTotalSeconds()) <= WIDEST_OFFSET_SECONDS);
        }

        /** A time read from a wall clock. */
        public static Authored at(OffsetDateTime wallClock) {
            return new Authored(wallClock.toInstant(), Optional.of(wallClock.getOffset()));
        }

        private Instant placedIn(ZoneId zone) {
            return offset.filter(each -> !zone.getRules().getOffset(moment).equals(each))
                    .map(each ->
                            LocalDateTime.ofInstant(moment, each).atZone(zone).toInstant())
                    .orElse(moment);
        }
    }

    /** The moment that decides: as authored if believed, else as received. */
    public Instant moment() {
        return believed().map(Authored::moment).orElse(received);
    }

    /**
     * Where the hand-in falls among windows of the given zone: at the wall clock it was read from (a diary of 20:30 in
     * Tokyo is the evening's, wherever home is), else at its moment (rule 4).
     */
    public Instant placedIn(ZoneId zone) {
        return believed().map(each -> each.placedIn(zone)).orElse(received);
    }

    private Optional<Authored> believed() {
        return authored.filter(each -> by != Author.PATIENT
                || (!each.moment().isBefore(received.minus(OFFLINE))
                        && !each.moment().isAfter(received.plus(FAST_CLOCK))));
    }
}
