package org.cbthomework.adherence;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.cbthomework.adherence.schedule.Calendar;
import org.cbthomework.adherence.schedule.Kind;
import org.cbthomework.adherence.schedule.Occasion;
import org.cbthomework.adherence.schedule.OccasionKey;
import org.cbthomework.adherence.schedule.Segment;
import org.cbthomework.adherence.schedule.WhenItHappens;

/**
 * Homework as agreed: when it is expected, and what counts as done.
 *
 * @param zone the patient's zone, in which the schedule is laid out and which decides what is due
 * @param segments the versions of the schedule, at least one and none overlapping
 * @param calendar when nothing is expected, and when the sessions were
 * @param agreement whether the patient had to agree first
 * @param threshold the share of required answers from which a response counts as complete, 0 (exclusive) to 1
 */
public record Assignment(
        ZoneId zone, List<Segment> segments, Calendar calendar, Agreement agreement, double threshold) {

    /** How many days ahead occasions are laid out, so that homework handed in early finds its occasion. */
    private static final int DAYS_AHEAD = 14;

    public Assignment {
        if (!(threshold > 0 && threshold <= 1)) {
            throw new IllegalArgumentException("An assignment counts a response as complete from a share of "
                    + threshold + "; use more than 0 and at most 1");
        }
        if (segments.isEmpty()) {
            throw new IllegalArgumentException("An assignment has no schedule; give at least one segment");
        }
        segments = segments.stream().sorted(comparing(Segment::startInclusive)).toList();
    }

    /** The kind of homework, as of its latest version. */
    public Kind kind() {
        return latest().windows().kind();
    }

    /** Whether no number was ever agreed, so that there is nothing to divide by (rule 3). */
    public boolean isEventContingent() {
        return segments.stream().allMatch(each -> each.schedule() instanceof WhenItHappens);
    }

    /** The occasions up to a local day (inclusive), excused ones among them, in order. */
    public List<Occasion> occasions(LocalDate lastDay) {
        return agreement.counted(segments).stream()
                .flatMap(segment -> segment.occasions(zone, calendar, lastDay).stream())
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
        Matching matching = new Matching(occasions(lastDayNamed(handedIn, today)), this);
        matching.match(handedIn);
        List<Judged> told = matching.judge(asOf).stream()
                .filter(each ->
                        each.outcome().isDone() || !each.occasion().day().isAfter(today))
                .toList();
        return new Adherence(
                this,
                asOf,
                told,
                matching.extras().stream()
                        .map(each -> new Adherence.Extra(each, dayOf(each)))
                        .toList(),
                Monitoring.of(this, handedIn, asOf),
                NextChange.of(this, asOf).after(told, submissions));
    }

    /** A name counts the same whether its day is near or far, or what it fills would change as the day comes nearer. */
    private static LocalDate lastDayNamed(List<Submission> submissions, LocalDate today) {
        LocalDate near = today.plusDays(DAYS_AHEAD);
        return submissions.stream()
                .flatMap(each -> each.occasion().flatMap(OccasionKey::day).stream())
                .filter(day -> day.isAfter(near) && !day.isAfter(today.plusYears(1)))
                .max(Comparator.naturalOrder())
                .orElse(near);
    }

    /** The local day that a submission falls on. */
    LocalDate dayOf(Submission submission) {
        return submission.handIn().placedIn(zone).atZone(zone).toLocalDate();
    }

    boolean allowsEarly() {
        return latest().windows().allowEarly();
    }

    Comparator<Submission> inOrderOfHandIn() {
        return comparing((Submission each) -> each.handIn().placedIn(zone))
                .thenComparing(each -> each.handIn().moment())
                .thenComparing(Submission::id);
    }

    private Segment latest() {
        return segments.get(segments.size() - 1);
    }
}
