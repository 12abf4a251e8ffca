package org.cbthomework.adherence.schedule;

import static java.util.Comparator.comparing;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/** Timed slots of one local day, each bounded by its neighbours. */
final class Slots {

    private Slots() {}

    /** A slot as scheduled, and the moment it comes to: a clock change may move it past its neighbours. */
    private record Slot(LocalDateTime scheduled, ZonedDateTime moment) {}

    /** The occasions of one day's slots that lie in the frame, in order of their moments. */
    static List<Occasion> onOneDay(List<LocalDateTime> slots, Frame frame) {
        List<Slot> inOrder = slots.stream()
                .map(slot -> new Slot(slot, slot.atZone(frame.zone())))
                .sorted(comparing(Slot::moment).thenComparing(Slot::scheduled))
                .toList();
        return inOrder.stream()
                .filter(slot -> frame.holds(slot.moment().toInstant()))
                .map(slot -> occasion(slot, inOrder, frame))
                .toList();
    }

    /** Slots that a clock change pushes onto one another share one window. */
    private static Occasion occasion(Slot slot, List<Slot> inOrder, Frame frame) {
        List<ZonedDateTime> moments = inOrder.stream().map(Slot::moment).toList();
        Optional<ZonedDateTime> previous =
                moments.stream().filter(slot.moment()::isAfter).reduce((first, second) -> second);
        Optional<ZonedDateTime> next =
                moments.stream().filter(slot.moment()::isBefore).findFirst();
        LocalDate day = slot.scheduled().toLocalDate();
        return new Occasion(
                OccasionKey.of(slot.scheduled()),
                day,
                frame.rule().around(day, slot.moment(), previous, next),
                frame.excuses(slot.moment().toInstant()));
    }
}
