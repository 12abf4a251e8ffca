package org.cbthomework.adherence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cbthomework.adherence.schedule.Occasion;

/** Rules 5 to 7 word by word: for each response, look at every occasion. */
final class NaiveMatching {

    private final Assignment assignment;
    private final List<Occasion> occasions;
    private final Map<Occasion, Submission> done = new HashMap<>();
    private final Map<Occasion, Submission> begun = new HashMap<>();
    private final List<String> extras = new ArrayList<>();

    NaiveMatching(Assignment assignment, List<Occasion> occasions, List<Submission> inOrderOfHandIn) {
        this.assignment = assignment;
        this.occasions = occasions;
        List<Submission> complete = inOrderOfHandIn.stream()
                .filter(each -> each.completes(assignment.threshold()))
                .toList();
        complete.stream().filter(each -> named(each).isPresent()).forEach(each -> {
            Occasion occasion = named(each).orElseThrow();
            boolean early = placed(each).isBefore(occasion.window().opens()) && !assignment.allowsEarly();
            if (!occasion.excused() && !early) {
                done.putIfAbsent(occasion, each);
            }
        });
        complete.stream()
                .filter(each -> named(each).isEmpty())
                .forEach(each -> found(each).ifPresent(occasion -> done.put(occasion, each)));
        complete.stream().filter(each -> !done.containsValue(each)).forEach(each -> extras.add(each.id()));
        inOrderOfHandIn.stream()
                .filter(each -> each.isPartial(assignment.threshold()))
                .forEach(each -> forPart(each).ifPresent(occasion -> begun.putIfAbsent(occasion, each)));
    }

    List<String> extras() {
        return extras;
    }

    String told(Occasion occasion, Instant asOf) {
        return occasion.key() + " " + outcome(occasion, asOf) + " "
                + Optional.ofNullable(done.getOrDefault(occasion, begun.get(occasion)))
                        .map(Submission::id)
                        .orElse("nothing");
    }

    Outcome outcome(Occasion occasion, Instant asOf) {
        if (occasion.excused()) {
            return Outcome.EXCUSED;
        }
        if (done.containsKey(occasion)) {
            Instant placed = placed(done.get(occasion));
            if (placed.isBefore(occasion.window().closes())) {
                return Outcome.ON_TIME;
            }
            return placed.isBefore(occasion.window().graceEnds()) ? Outcome.LATE : Outcome.BACK_FILLED;
        }
        if (asOf.isBefore(occasion.window().graceEnds())) {
            return Outcome.PENDING;
        }
        return begun.containsKey(occasion) ? Outcome.PARTIAL : Outcome.MISSED;
    }

    private Optional<Occasion> found(Submission submission) {
        Optional<Occasion> open = open(placed(submission), free());
        boolean excused = assignment.calendar().excuses(placed(submission));
        return open.isPresent() || excused ? open : latestOver(placed(submission));
    }

    private Optional<Occasion> forPart(Submission submission) {
        Optional<Occasion> named = named(submission);
        if (named.isPresent()) {
            return named.filter(each -> !each.excused());
        }
        Optional<Occasion> found = found(submission);
        boolean besideTheWhole = open(placed(submission), free()).isEmpty()
                && open(placed(submission), expected()).isPresent();
        return besideTheWhole ? Optional.empty() : found;
    }

    private Optional<Occasion> open(Instant placed, List<Occasion> among) {
        Optional<Occasion> inWindow = Optional.empty();
        Optional<Occasion> inGrace = Optional.empty();
        for (Occasion each : among) {
            Instant closes = each.window().closes();
            if (each.window().contains(placed)
                    && inWindow.filter(other -> !closes.isBefore(other.window().closes()))
                            .isEmpty()) {
                inWindow = Optional.of(each);
            }
            if (each.window().graces(placed)
                    && inGrace.filter(other -> closes.isBefore(other.window().closes()))
                            .isEmpty()) {
                inGrace = Optional.of(each);
            }
        }
        return inWindow.isPresent() ? inWindow : inGrace;
    }

    private Optional<Occasion> latestOver(Instant placed) {
        return free().stream()
                .filter(each -> !placed.isBefore(each.window().graceEnds()))
                .reduce((first, second) -> second);
    }

    private List<Occasion> expected() {
        return occasions.stream().filter(each -> !each.excused()).toList();
    }

    private List<Occasion> free() {
        return expected().stream().filter(each -> !done.containsKey(each)).toList();
    }

    private Optional<Occasion> named(Submission submission) {
        return occasions.stream()
                .filter(each -> submission.occasion().filter(each.key()::equals).isPresent())
                .findFirst();
    }

    private Instant placed(Submission submission) {
        return submission.handIn().placedIn(assignment.zone());
    }
}
