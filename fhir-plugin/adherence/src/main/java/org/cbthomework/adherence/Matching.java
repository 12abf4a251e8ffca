package org.cbthomework.adherence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cbthomework.adherence.schedule.Occasion;
import org.cbthomework.adherence.schedule.OccasionKey;

/**
 * Gives each submission to at most one occasion, and each occasion at most one submission (rule 7): first those that
 * name their occasion, then the others in order of hand-in, last what is incomplete.
 */
final class Matching {

    private final List<Occasion> occasions;
    private final List<Occasion> excused;
    private final Assignment assignment;
    private final Map<OccasionKey, Integer> byKey = new HashMap<>();
    private final Places done;
    private final Places all;
    private final Map<Integer, Submission> begun = new HashMap<>();
    private final List<Submission> extras = new ArrayList<>();

    /** Takes occasions in {@link Occasion#IN_ORDER}; those excused are told, but never filled. */
    Matching(List<Occasion> occasions, Assignment assignment) {
        this.occasions = occasions.stream().filter(each -> !each.excused()).toList();
        this.excused = occasions.stream().filter(Occasion::excused).toList();
        this.assignment = assignment;
        this.done = new Places(this.occasions);
        this.all = new Places(this.occasions);
        IntStream.range(0, this.occasions.size())
                .forEach(place -> byKey.put(this.occasions.get(place).key(), place));
    }

    /** Takes the submissions in order of hand-in. */
    void match(List<Submission> submissions) {
        List<Submission> complete = submissions.stream()
                .filter(each -> each.completes(assignment.threshold()))
                .toList();
        complete.stream().filter(this::namesAnOccasion).forEach(this::fillNamed);
        complete.stream().filter(each -> !namesAnOccasion(each)).forEach(this::fillFound);
        submissions.stream()
                .filter(each -> each.isPartial(assignment.threshold()))
                .forEach(this::begin);
        extras.sort(assignment.inOrderOfHandIn());
    }

    List<Submission> extras() {
        return List.copyOf(extras);
    }

    /** All occasions with what became of them, in order. */
    List<Judged> judge(Instant asOf) {
        return Stream.concat(
                        IntStream.range(0, occasions.size()).mapToObj(place -> judge(place, asOf)),
                        excused.stream().map(each -> new Judged(each, Outcome.EXCUSED, Optional.empty())))
                .sorted(Comparator.comparing(Judged::occasion, Occasion.IN_ORDER))
                .toList();
    }

    private Judged judge(int place, Instant asOf) {
        Occasion occasion = occasions.get(place);
        Optional<Submission> completion = done.at(place);
        if (completion.isPresent()) {
            return new Judged(occasion, timeliness(occasion, completion.get()), completion);
        }
        Optional<Submission> part = Optional.ofNullable(begun.get(place));
        if (!occasion.window().isOverAt(asOf)) {
            return new Judged(occasion, Outcome.PENDING, part);
        }
        return new Judged(occasion, part.isPresent() ? Outcome.PARTIAL : Outcome.MISSED, part);
    }

    private boolean namesAnOccasion(Submission submission) {
        return named(submission).isPresent();
    }

    private OptionalInt named(Submission submission) {
        return submission.occasion().map(byKey::get).map(OptionalInt::of).orElseGet(OptionalInt::empty);
    }

    private void fillNamed(Submission submission) {
        int place = named(submission).orElseThrow();
        boolean tooEarly = isEarly(occasions.get(place), submission) && !assignment.allowsEarly();
        if (tooEarly || !done.isFree(place)) {
            extras.add(submission);
        } else {
            done.fill(place, submission);
        }
    }

    private void fillFound(Submission submission) {
        OptionalInt place = namesAnExcusedOccasion(submission) ? OptionalInt.empty() : found(placed(submission));
        if (place.isPresent()) {
            done.fill(place.getAsInt(), submission);
        } else {
            extras.add(submission);
        }
    }

    /** What is done during an excuse is a bonus, not the making up of an older occasion (rule 5). */
    private OptionalInt found(Instant placed) {
        OptionalInt open = done.holding(placed);
        return open.isPresent() || assignment.calendar().excuses(placed) ? open : done.latestOver(placed);
    }

    private boolean namesAnExcusedOccasion(Submission submission) {
        return submission
                .occasion()
                .filter(key -> excused.stream().anyMatch(each -> each.key().equals(key)))
                .isPresent();
    }

    private boolean isEarly(Occasion occasion, Submission submission) {
        return placed(submission).isBefore(occasion.window().opens());
    }

    private Outcome timeliness(Occasion occasion, Submission submission) {
        if (isEarly(occasion, submission) || occasion.window().contains(placed(submission))) {
            return Outcome.ON_TIME;
        }
        return occasion.window().graces(placed(submission)) ? Outcome.LATE : Outcome.BACK_FILLED;
    }

    private Instant placed(Submission submission) {
        return submission.handIn().placedIn(assignment.zone());
    }

    /** What is incomplete fills nothing; it tells that an occasion not done was at least begun. */
    private void begin(Submission submission) {
        if (namesAnExcusedOccasion(submission)) {
            return;
        }
        OptionalInt named = named(submission);
        OptionalInt place = named.isPresent() ? named : begunAt(placed(submission));
        place.ifPresent(each -> begun.putIfAbsent(each, submission));
    }

    /** A part handed in while an occasion already done was open belongs to that one, not to an older one. */
    private OptionalInt begunAt(Instant placed) {
        boolean besideTheWhole =
                done.holding(placed).isEmpty() && all.holding(placed).isPresent();
        return besideTheWhole ? OptionalInt.empty() : found(placed);
    }
}
