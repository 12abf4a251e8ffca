package org.cbthomework.adherence;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.cbthomework.adherence.schedule.Kind;
import org.cbthomework.adherence.schedule.Occasion;
import org.cbthomework.adherence.schedule.Segment;
import org.cbthomework.adherence.schedule.WindowRule;

/**
 * Homework as agreed: when it is expected, and what counts as done.
 *
 * @param zone the patient's zone, in which the schedule is expanded and which decides what is due
 * @param segments the versions of the schedule, none overlapping
 * @param windows how slots become windows
 * @param threshold the share of required answers from which a response counts as complete, 0 (exclusive) to 1
 */
public record Assignment(ZoneId zone, List<Segment> segments, WindowRule windows, double threshold) {

    /** How many days ahead occasions are laid out, so that homework handed in early finds its occasion. */
    private static final int DAYS_AHEAD = 14;

    public Assignment {
        if (!(threshold > 0 && threshold <= 1)) {
            throw new IllegalArgumentException("An assignment counts a response as complete from a share of "
                    + threshold + "; use more than 0 and at most 1");
        }
        segments = segments.stream().sorted(comparing(Segment::startInclusive)).toList();
    }

    public Kind kind() {
        return windows.kind();
    }

    /** The occasions expected up to a local day (inclusive), in order. */
    public List<Occasion> occasions(LocalDate lastDay) {
        return segments.stream()
                .flatMap(segment -> segment.occasions(zone, windows, lastDay).stream())
                .sorted(Occasion.IN_ORDER)
                .toList();
    }

    /**
     * What became of the homework, as of a moment: what was handed in by then, measured against what was due by then.
     * The order of the submissions does not matter, nor how often the same one is given.
     */
    public Adherence measure(Collection<Submission> submissions, Instant asOf) {
        LocalDate today = asOf.atZone(zone).toLocalDate();
        List<Submission> handedIn = submissions.stream()
                .filter(each -> !each.handIn().moment().isAfter(asOf))
                .distinct()
                .sorted(inOrderOfHandIn())
                .toList();
        Matching matching = new Matching(occasions(today.plusDays(DAYS_AHEAD)), this);
        matching.match(handedIn);
        return new Adherence(
                kind(),
                asOf,
                matching.judge(asOf).stream()
                        .filter(each -> each.outcome().isDone()
                                || !each.occasion().day().isAfter(today))
                        .toList(),
                matching.extras().stream()
                        .map(each -> new Adherence.Extra(
                                each, each.handIn().placedIn(zone).atZone(zone).toLocalDate()))
                        .toList());
    }

    private Comparator<Submission> inOrderOfHandIn() {
        return comparing((Submission each) -> each.handIn().placedIn(zone))
                .thenComparing(each -> each.handIn().moment())
                .thenComparing(Submission::id);
    }

    Optional<Outcome> timeliness(Occasion occasion, Submission submission) {
        Instant placed = submission.handIn().placedIn(zone);
        if (placed.isBefore(occasion.window().opens())) {
            return windows.allowEarly() ? Optional.of(Outcome.ON_TIME) : Optional.empty();
        }
        if (occasion.window().contains(placed)) {
            return Optional.of(Outcome.ON_TIME);
        }
        return Optional.of(occasion.window().graces(placed) ? Outcome.LATE : Outcome.BACK_FILLED);
    }
}
