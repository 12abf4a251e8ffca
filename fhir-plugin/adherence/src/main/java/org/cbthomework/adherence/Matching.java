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
import org.cbthomework.adherence.schedule.Occasion;
import org.cbthomework.adherence.schedule.OccasionKey;

/**
 * Gives each submission to at most one occasion, and each occasion at most one submission (rule 7): first those that
 * name their occasion, then the others in order of hand-in, last what is incomplete.
 */
final class Matching {

    private final List<Occasion> occasions;
    private final Assignment assignment;
    private final Map<OccasionKey, Integer> byKey = new HashMap<>();
    private final Places done;
    private final Places all;
    private final Map<Integer, Submission> begun = new HashMap<>();
    private final List<Submission> extras = new ArrayList<>();

    Matching(List<Occasion> occasions, Assignment assignment) {
        this.occasions = occasions;
        this.assignment = assignment;
        this.done = new Places(occasions);
        this.all = new Places(occasions);
        IntStream.range(0, occasions.size())
                .forEach(place -> byKey.put(occasions.get(place).key(), place));
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
        extras.sort(Comparator.comparing((Submission each) -> each.handIn().placedIn(assignment.zone()))
                .thenComparing(Submission::id));
    }

    List<Submission> extras() {
        return List.copyOf(extras);
    }

    List<Judged> judge(Instant asOf) {
        return IntStream.range(0, occasions.size())
                .mapToObj(place -> judge(place, asOf))
                .toList();
    }

    private Judged judge(int place, Instant asOf) {
        Occasion occasion = occasions.get(place);
        Optional<Submission> completion = done.at(place);
        if (completion.isPresent()) {
            return new Judged(
                    occasion, assignment.timeliness(occasion, completion.get()).orElseThrow(), completion);
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
        boolean tooEarly =
                assignment.timeliness(occasions.get(place), submission).isEmpty();
        if (tooEarly || !done.isFree(place)) {
            extras.add(submission);
        } else {
            done.fill(place, submission);
        }
    }

    private void fillFound(Submission submission) {
        Instant placed = submission.handIn().placedIn(assignment.zone());
        OptionalInt place = done.holding(placed);
        if (place.isEmpty()) {
            place = done.latestOver(placed);
        }
        if (place.isPresent()) {
            done.fill(place.getAsInt(), submission);
        } else {
            extras.add(submission);
        }
    }

    /** What is incomplete fills nothing; it tells that an occasion not done was at least begun. */
    private void begin(Submission submission) {
        OptionalInt named = named(submission);
        OptionalInt place =
                named.isPresent() ? named : begunAt(submission.handIn().placedIn(assignment.zone()));
        place.ifPresent(each -> begun.putIfAbsent(each, submission));
    }

    /** A part handed in while an occasion already done was open belongs to that one, not to an older one. */
    private OptionalInt begunAt(Instant placed) {
        OptionalInt open = done.holding(placed);
        return open.isPresent() || all.holding(placed).isPresent() ? open : done.latestOver(placed);
    }
}
