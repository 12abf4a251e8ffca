package org.cbthomework.adherence.schedule;

import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAmount;

/** How long after its window an occasion may still be handed in as late (rule 4). */
public sealed interface Grace {

    /** The end of grace (exclusive) for a window that closes at the given time. */
    ZonedDateTime after(ZonedDateTime close);

    /** Grace to the first noon, in the assignment's zone, that is later than the close. */
    record UntilNextNoon() implements Grace {
        @Override
        public ZonedDateTime after(ZonedDateTime close) {
            ZonedDateTime noon = close.toLocalDate().atTime(LocalTime.NOON).atZone(close.getZone());
            return close.isBefore(noon)
                    ? noon
                    : close.toLocalDate().plusDays(1).atTime(LocalTime.NOON).atZone(close.getZone());
        }
    }

    /**
     * Grace of a given length.
     *
     * @param length calendar days as a {@link java.time.Period}, elapsed time as a {@link java.time.Duration}
     */
    record Lasting(TemporalAmount length) implements Grace {
        @Override
        public ZonedDateTime after(ZonedDateTime close) {
            return close.plus(length);
        }
    }
}
