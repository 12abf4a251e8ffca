package org.cbthomework.adherence.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * Every so many hours of elapsed time, the first at the very start of the segment.
 *
 * @param hours at least 1
 */
public record EveryHours(int hours) implements Schedule {

    public EveryHours {
        if (hours < 1) {
            throw new UnusableSchedule("A schedule repeats every " + hours + " hours; use 1 or more");
        }
    }

    @Override
    public List<Occasion> occasions(Frame frame) {
        List<Occasion> occasions = new ArrayList<>();
        Instant moment = frame.startInclusive();
        while (frame.holds(moment) && !local(moment, frame).toLocalDate().isAfter(frame.lastDay())) {
            ZonedDateTime slot = local(moment, frame);
            Instant next = moment.plus(Duration.ofHours(hours));
            occasions.add(new Occasion(
                    OccasionKey.of(slot),
                    slot.toLocalDate(),
                    frame.rule().between(moment, next, frame),
                    frame.excuses(moment)));
            moment = next;
        }
        return occasions;
    }

    private static ZonedDateTime local(Instant moment, Frame frame) {
        return moment.atZone(frame.zone());
    }
}
