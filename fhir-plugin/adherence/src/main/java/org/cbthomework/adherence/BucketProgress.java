package org.cbthomework.adherence;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.cbthomework.adherence.schedule.Window;

/**
 * How far a bucket of a quota has come (rule 6).
 *
 * @param done how many of it are done
 * @param expected how many it expects
 * @param isOpen whether it is still running
 */
public record BucketProgress(int done, int expected, boolean isOpen) {

    /** Longer than any single day: such a window is shared by the slots of a bucket. */
    private static final Duration LONGEST_DAY = Duration.ofHours(25);

    static Optional<BucketProgress> latest(Adherence adherence) {
        List<Judged> expected = adherence.occasions().stream()
                .filter(each -> each.outcome() != Outcome.EXCUSED)
                .filter(each -> !each.occasion().window().opens().isAfter(adherence.asOf()))
                .filter(each -> isOfBucket(each.occasion().window()))
                .toList();
        if (expected.isEmpty()) {
            return Optional.empty();
        }
        Window latest = expected.get(expected.size() - 1).occasion().window();
        List<Judged> slots = expected.stream()
                .filter(each -> each.occasion().window().equals(latest))
                .toList();
        int done = (int) slots.stream().filter(each -> each.outcome().isDone()).count();
        return Optional.of(
                new BucketProgress(done, slots.size(), adherence.asOf().isBefore(latest.closes())));
    }

    private static boolean isOfBucket(Window window) {
        return Duration.between(window.opens(), window.closes()).compareTo(LONGEST_DAY) > 0;
    }

    /** As shown to a person. */
    public String text() {
        return done + " of " + expected + (isOpen ? " so far" : "");
    }
}
