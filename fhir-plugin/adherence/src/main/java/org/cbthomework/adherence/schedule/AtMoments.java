package org.cbthomework.adherence.schedule;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.time.LocalDateTime;
import java.util.List;
import java.util.TreeMap;

/**
 * At single moments, each given as a local date and time.
 *
 * @param moments the moments, at least one, in any order; a moment given twice is one occasion
 */
public record AtMoments(List<LocalDateTime> moments) implements Schedule {

    public AtMoments {
        if (moments.isEmpty()) {
            throw new UnusableSchedule("A schedule of single moments names none; name at least one");
        }
        moments = moments.stream().distinct().sorted().toList();
    }

    @Override
    public List<Occasion> occasions(Frame frame) {
        return moments.stream()
                .filter(moment -> !moment.toLocalDate().isAfter(frame.lastDay()))
                .collect(groupingBy(LocalDateTime::toLocalDate, TreeMap::new, toList()))
                .values()
                .stream()
                .flatMap(day -> Slots.onOneDay(day, frame).stream())
                .toList();
    }
}
