package org.cbthomework.adherence.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAmount;
import java.util.Optional;

/**
 * Turns a slot into its window (rule 4): the kind of homework sets the defaults, the assignment may set its own.
 *
 * @param kind decides when a timed slot opens, unless {@code opensBefore} does
 * @param opensBefore how long before its slot the window opens; empty for the default of the kind
 * @param closesAfter how long after its slot the window closes; empty for the next slot of the day or local midnight,
 *     whichever is first
 * @param grace how long it may be late
 * @param allowEarly whether homework done earlier on the day, or handed in ahead by name, counts as on time
 */
public record WindowRule(
        Kind kind,
        Optional<TemporalAmount> opensBefore,
        Optional<TemporalAmount> closesAfter,
        Grace grace,
        boolean allowEarly) {

    /** A time of day from which a slot is an evening's, and at which its diary opens. */
    private static final LocalTime EVENING = LocalTime.of(17, 0);

    private static final Duration BEFORE_A_TIMED_ASSESSMENT = Duration.ofMinutes(60);

    /** The defaults of a kind of homework. */
    public static WindowRule of(Kind kind) {
        return new WindowRule(kind, Optional.empty(), Optional.empty(), new Grace.UntilNextNoon(), false);
    }

    public WindowRule withGrace(Grace changed) {
        return new WindowRule(kind, opensBefore, closesAfter, changed, allowEarly);
    }

    public WindowRule allowingEarly(boolean allowed) {
        return new WindowRule(kind, opensBefore, closesAfter, grace, allowed);
    }

    public WindowRule opening(TemporalAmount beforeTheSlot) {
        return new WindowRule(kind, Optional.of(beforeTheSlot), closesAfter, grace, allowEarly);
    }

    public WindowRule closing(TemporalAmount afterTheSlot) {
        return new WindowRule(kind, opensBefore, Optional.of(afterTheSlot), grace, allowEarly);
    }

    /**
     * The window of a timed slot, between the slots before and after it on the same day. A clock change before midnight may
     * move the slot into the night after its day; it opens as of its day all the same.
     */
    Window around(LocalDate day, ZonedDateTime slot, Optional<ZonedDateTime> previous, Optional<ZonedDateTime> next) {
        ZonedDateTime close = closesAfter
                .map(slot::plus)
                .or(() -> next)
                .orElseGet(() -> slot.toLocalDate().plusDays(1).atStartOfDay(slot.getZone()));
        return ending(opening(day, slot, previous), close);
    }

    /** The window from one moment to another, cut short at an end. */
    Window from(ZonedDateTime opens, ZonedDateTime closes, Frame frame) {
        boolean isCut = frame.endExclusive().isBefore(closes.toInstant());
        return ending(opens, isCut ? frame.endExclusive().atZone(frame.zone()) : closes);
    }

    /** The window between two given moments. */
    Window between(Instant opens, Instant closes, Frame frame) {
        return ending(opens.atZone(frame.zone()), closes.atZone(frame.zone()));
    }

    private Window ending(ZonedDateTime open, ZonedDateTime close) {
        return new Window(
                open.toInstant(), close.toInstant(), grace.after(close).toInstant());
    }

    private ZonedDateTime opening(LocalDate day, ZonedDateTime slot, Optional<ZonedDateTime> previous) {
        ZonedDateTime morning = day.atStartOfDay(slot.getZone());
        if (allowEarly) {
            return morning;
        }
        if (opensBefore.isPresent()) {
            return slot.minus(opensBefore.get());
        }
        if (kind.openAllDay()) {
            return morning;
        }
        ZonedDateTime evening = day.atTime(EVENING).atZone(slot.getZone());
        boolean firstOfTheEvening = !slot.isBefore(evening)
                && previous.filter(before -> !before.isBefore(evening)).isEmpty();
        if (firstOfTheEvening) {
            return evening.isBefore(slot) ? evening : slot;
        }
        ZonedDateTime anHourBefore = slot.minus(BEFORE_A_TIMED_ASSESSMENT);
        return previous.filter(anHourBefore::isBefore).orElse(anHourBefore);
    }
}
