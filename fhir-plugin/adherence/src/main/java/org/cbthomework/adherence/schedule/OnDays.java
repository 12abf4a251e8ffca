package org.cbthomework.adherence.schedule;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * So many times on given days, at no particular time: each slot is open for its whole day.
 *
 * @param times how often on each of the days, at least 1
 */
public record OnDays(Days days, int times) implements Schedule {

    public OnDays {
        if (times < 1) {
            throw new UnusableSchedule("A schedule expects " + times + " occasions a day; use 1 or more");
        }
    }

    @Override
    public List<Occasion> occasions(Frame frame) {
        return days.in(frame)
                .filter(frame::holdsWhole)
                .flatMap(day -> on(day, frame))
                .toList();
    }

    private Stream<Occasion> on(LocalDate day, Frame frame) {
        Window window = frame.rule().from(frame.startOf(day), frame.startOf(day.plusDays(1)), frame);
        return IntStream.rangeClosed(1, times)
                .mapToObj(number -> new Occasion(OccasionKey.of(day, number), day, window, frame.excuses(day)));
    }
}
