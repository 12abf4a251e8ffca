package org.cbthomework.adherence.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * One version of an assignment's schedule, its windows, and the time it held (rule 1).
 *
 * @param startInclusive from when it counts
 * @param endExclusive until when, {@link Instant#MAX} if open
 */
public record Segment(Schedule schedule, WindowRule windows, Instant startInclusive, Instant endExclusive) {

    public Segment {
        if (endExclusive.isBefore(startInclusive)) {
            throw new UnusableSchedule("A schedule starts at " + startInclusive + " and ends at " + endExclusive
                    + "; it must not end before it starts");
        }
    }

    /** A segment that has no end yet. */
    public static Segment from(Instant startInclusive, Schedule schedule, WindowRule windows) {
        return new Segment(schedule, windows, startInclusive, Instant.MAX);
    }

    /** The same segment, over no later than the given moment; one that had not begun by then is empty. */
    public Segment endingBy(Instant moment) {
        Instant end = moment.isBefore(endExclusive) ? moment : endExclusive;
        return new Segment(schedule, windows, startInclusive, end.isBefore(startInclusive) ? startInclusive : end);
    }

    /** The same segment, begun no earlier than the given moment; one that was over by then is empty. */
    public Segment startingFrom(Instant moment) {
        Instant start = moment.isAfter(startInclusive) ? moment : startInclusive;
        return start.isAfter(endExclusive)
                ? new Segment(schedule, windows, endExclusive, endExclusive)
                : new Segment(schedule, windows, start, endExclusive);
    }

    /** The occasions expected in this segment up to a local day (inclusive), in order. */
    public List<Occasion> occasions(ZoneId zone, Calendar calendar, LocalDate lastDay) {
        return schedule.occasions(new Frame(startInclusive, endExclusive, zone, windows, calendar, lastDay));
    }
}
