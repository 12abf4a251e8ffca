package org.cbthomework.adherence.schedule;

import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Timed slots of one local day, each bounded by its neighbours. */
final class Slots {

    private Slots() {}

    /** The occasions of one day's slots that lie in the frame; slots in order of local time. */
    static List<Occasion> onOneDay(List<LocalDateTime> slots, Frame frame) {
        List<ZonedDateTime> moments =
                slots.stream().map(slot -> slot.atZone(frame.zone())).toList();
        List<Occasion> occasions = new ArrayList<>();
        for (int i = 0; i < moments.size(); i++) {
            ZonedDateTime moment = moments.get(i);
            if (frame.holds(moment.toInstant())) {
                Optional<ZonedDateTime> previous = i == 0 ? Optional.empty() : Optional.of(moments.get(i - 1));
                Optional<ZonedDateTime> next =
                        i + 1 == moments.size() ? Optional.empty() : laterThan(moment, moments.get(i + 1));
                occasions.add(new Occasion(
                        OccasionKey.of(slots.get(i)),
                        slots.get(i).toLocalDate(),
                        frame.rule().around(moment, previous, next),
                        frame.excuses(moment.toInstant())));
            }
        }
        return occasions;
    }

    /** Two times that a clock change pushes onto one another leave no room between them: then the day bounds both. */
    private static Optional<ZonedDateTime> laterThan(ZonedDateTime moment, ZonedDateTime next) {
        return next.isAfter(moment) ? Optional.of(next) : Optional.empty();
    }
}
