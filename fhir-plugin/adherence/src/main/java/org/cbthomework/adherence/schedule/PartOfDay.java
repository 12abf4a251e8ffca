package org.cbthomework.adherence.schedule;

import java.time.LocalTime;

/**
 * A part of the day with a name.
 *
 * @param from its start, inclusive
 * @param to its end, exclusive; {@link LocalTime#MIDNIGHT} is the end of the day
 */
public record PartOfDay(LocalTime from, LocalTime to) {

    public static final PartOfDay MORNING = new PartOfDay(LocalTime.of(6, 0), LocalTime.of(12, 0));
    public static final PartOfDay NOON = new PartOfDay(LocalTime.of(11, 0), LocalTime.of(14, 0));
    public static final PartOfDay AFTERNOON = new PartOfDay(LocalTime.of(12, 0), LocalTime.of(18, 0));
    public static final PartOfDay EVENING = new PartOfDay(LocalTime.of(17, 0), LocalTime.MIDNIGHT);
    public static final PartOfDay NIGHT = new PartOfDay(LocalTime.of(21, 0), LocalTime.MIDNIGHT);

    public PartOfDay {
        if (!to.equals(LocalTime.MIDNIGHT) && !from.isBefore(to)) {
            throw new UnusableSchedule(
                    "A part of the day is from " + from + " to " + to + "; it must end later than it starts");
        }
    }
}
