package org.cbthomework.adherence.schedule;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * At given times of given days, in local wall time: a time that a clock change skips is moved on by the length of the
 * gap, a time that occurs twice is taken once, the first time.
 *
 * @param times the times of day, at least one
 */
public record AtTimes(Days days, Set<LocalTime> times) implements Schedule {

    public AtTimes {
        if (times.isEmpty()) {
            throw new UnusableSchedule("A timed schedule names no time of day; name at least one");
        }
        times = Set.copyOf(times);
    }

    /** At these times of these days. */
    public static AtTimes of(Days days, LocalTime first, LocalTime... others) {
        Set<LocalTime> times = new TreeSet<>(List.of(others));
        times.add(first);
        return new AtTimes(days, times);
    }

    @Override
    public List<Occasion> occasions(Frame frame) {
        List<LocalTime> inOrder = times.stream().sorted().toList();
        List<Occasion> occasions = new ArrayList<>();
        days.in(frame)
                .forEach(day -> occasions.addAll(
                        Slots.onOneDay(inOrder.stream().map(day::atTime).toList(), frame)));
        return occasions;
    }
}
