package org.cbthomework.adherence.schedule;

import java.time.Instant;
import java.util.List;

/**
 * In windows that somebody else laid out one by one, each an occasion with a name of its own.
 *
 * @param given the windows, in any order
 */
public record InWindows(List<Given> given) implements Schedule {

    public InWindows {
        given = List.copyOf(given);
    }

    /** One window: open from {@code opens} (inclusive) to {@code closes} (exclusive). */
    public record Given(OccasionKey key, Instant opens, Instant closes) {

        public Given {
            if (!opens.isBefore(closes)) {
                throw new UnusableSchedule("An occasion starts at " + opens + " and ends at " + closes
                        + "; it must end later than it starts");
            }
        }
    }

    @Override
    public List<Occasion> occasions(Frame frame) {
        return given.stream()
                .filter(each -> frame.holds(each.opens()))
                .map(each -> new Occasion(
                        each.key(),
                        each.opens().atZone(frame.zone()).toLocalDate(),
                        frame.rule().between(each.opens(), each.closes(), frame),
                        frame.excuses(each.opens())))
                .filter(occasion -> !occasion.day().isAfter(frame.lastDay()))
                .sorted(Occasion.IN_ORDER)
                .toList();
    }
}
