package org.cbthomework.adherence.schedule;

import java.util.List;

/**
 * A schedule that stops after so many occasions.
 *
 * @param most the most occasions, at least 1
 */
public record Capped(Schedule schedule, int most) implements Schedule {

    public Capped {
        if (most < 1) {
            throw new UnusableSchedule("A schedule stops after " + most + " occasions; use 1 or more");
        }
    }

    @Override
    public List<Occasion> occasions(Frame frame) {
        return schedule.occasions(frame).stream().limit(most).toList();
    }
}
