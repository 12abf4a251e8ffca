package org.cbthomework.adherence.schedule;

import static java.util.Comparator.comparing;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;

/**
 * In given parts of given days: each is open for just that part.
 *
 * @param parts at least one
 */
public record InPartsOfDays(Days days, Set<PartOfDay> parts) implements Schedule {

    public InPartsOfDays {
        if (parts.isEmpty()) {
            throw new UnusableSchedule("A schedule names no part of the day; name at least one");
        }
        parts = Set.copyOf(parts);
    }

    @Override
    public List<Occasion> occasions(Frame frame) {
        List<PartOfDay> inOrder =
                parts.stream().sorted(comparing(PartOfDay::from)).toList();
        return days.in(frame)
                .flatMap(day -> inOrder.stream()
                        .filter(part -> frame.holds(opens(day, part, frame).toInstant()))
                        .map(part -> on(day, part, frame)))
                .toList();
    }

    private static Occasion on(LocalDate day, PartOfDay part, Frame frame) {
        ZonedDateTime opens = opens(day, part, frame);
        ZonedDateTime closes = part.to().equals(LocalTime.MIDNIGHT)
                ? frame.startOf(day.plusDays(1))
                : day.atTime(part.to()).atZone(frame.zone());
        return new Occasion(
                OccasionKey.of(day.atTime(part.from())),
                day,
                frame.rule().between(opens.toInstant(), closes.toInstant(), frame),
                frame.excuses(opens.toInstant()));
    }

    private static ZonedDateTime opens(LocalDate day, PartOfDay part, Frame frame) {
        return day.atTime(part.from()).atZone(frame.zone());
    }
}
