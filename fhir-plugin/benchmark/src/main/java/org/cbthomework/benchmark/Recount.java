package org.cbthomework.benchmark;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.cbthomework.adherence.Submission;
import org.cbthomework.adherence.schedule.Occasion;

/**
 * The obvious way to count a diary without excuses, as a peer: each response looks through all occasions, O(n*m). It
 * knows the rules that such a diary needs, and no others.
 */
final class Recount {

    private static final int NONE = -1;

    private final History history;
    private final List<Occasion> occasions;
    private final boolean[] filled;
    private int inTime;
    private int extras;

    private Recount(History history) {
        this.history = history;
        this.occasions = history.assignment().occasions(history.today());
        this.filled = new boolean[occasions.size()];
    }

    static Tally of(History history) {
        return new Recount(history).tally();
    }

    private Tally tally() {
        List<Submission> complete = history.submissions().stream()
                .distinct()
                .filter(each -> each.state() == Submission.State.COMPLETED)
                .sorted(comparing(this::placed).thenComparing(Submission::id))
                .toList();
        complete.stream().filter(each -> each.occasion().isPresent()).forEach(each -> give(each, named(each)));
        complete.stream().filter(each -> each.occasion().isEmpty()).forEach(each -> give(each, found(placed(each))));
        return new Tally(done(), inTime, extras);
    }

    private void give(Submission submission, int place) {
        if (place == NONE) {
            extras++;
            return;
        }
        filled[place] = true;
        inTime += occasions.get(place).window().isOverAt(placed(submission)) ? 0 : 1;
    }

    private int named(Submission submission) {
        return lastFree(each -> each.key().equals(submission.occasion().orElseThrow()));
    }

    private int found(Instant moment) {
        int open = lastFree(each -> each.window().contains(moment));
        int graced = open == NONE ? lastFree(each -> each.window().graces(moment)) : open;
        return graced == NONE ? lastFree(each -> each.window().isOverAt(moment)) : graced;
    }

    private int lastFree(Predicate<Occasion> wanted) {
        int last = NONE;
        for (int place = 0; place < filled.length; place++) {
            if (!filled[place] && wanted.test(occasions.get(place))) {
                last = place;
            }
        }
        return last;
    }

    private int done() {
        int done = 0;
        for (boolean each : filled) {
            done += each ? 1 : 0;
        }
        return done;
    }

    private Instant placed(Submission submission) {
        return submission.handIn().placedIn(history.assignment().zone());
    }
}
