package org.cbthomework.adherence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What became of an assignment's homework, as of a moment. Its counts stand side by side and are never melted into one.
 *
 * @param assignment what was agreed
 * @param asOf the moment it was measured for
 * @param occasions every occasion whose day has begun, or that is already done, in order
 * @param extras what was done beyond the occasions, in order of hand-in; the entries of event-contingent homework
 * @param monitoring on which days the patient kept watch
 * @param holdsUntil the moment (exclusive) up to which measuring the same submissions again tells the same, {@link
 *     Instant#MAX} if time alone changes nothing any more; it may be early, never late
 */
public record Adherence(
        Assignment assignment,
        Instant asOf,
        List<Judged> occasions,
        List<Extra> extras,
        Monitoring monitoring,
        Instant holdsUntil) {

    public Adherence {
        occasions = List.copyOf(occasions);
        extras = List.copyOf(extras);
    }

    /** A response that no occasion called for, and the local day it falls on. */
    public record Extra(Submission submission, LocalDate day) {}

    /** The same, of the local days from {@code start} to {@code end}, both inclusive. */
    public Adherence within(LocalDate start, LocalDate end) {
        return new Adherence(
                assignment,
                asOf,
                occasions.stream()
                        .filter(each -> isWithin(each.occasion().day(), start, end))
                        .toList(),
                extras.stream().filter(each -> isWithin(each.day(), start, end)).toList(),
                monitoring.within(start, end),
                holdsUntil);
    }

    /** How many occasions are over, or already done (rule 6). */
    public int due() {
        return (int) occasions.stream().filter(each -> each.outcome().isDue()).count();
    }

    /** How many were done, whenever. */
    public int done() {
        return (int) occasions.stream().filter(each -> each.outcome().isDone()).count();
    }

    /** How many were done and logged in time. */
    public int inTime() {
        return (int)
                occasions.stream().filter(each -> each.outcome().isInTime()).count();
    }

    /** How many occasions came out this way. */
    public int count(Outcome outcome) {
        return (int)
                occasions.stream().filter(each -> each.outcome() == outcome).count();
    }

    /** How many were done in time but reached the server only after the grace. */
    public int receivedLate() {
        return (int) occasions.stream().filter(Judged::isReceivedLate).count();
    }

    /** Whether nothing is pending, and nothing more will be expected; what is handed in after may still change it. */
    public boolean isSettled() {
        return count(Outcome.PENDING) == 0
                && assignment.segments().stream()
                        .noneMatch(each -> each.endExclusive().isAfter(asOf));
    }

    /** Done of due. */
    public Headline doneOfDue() {
        return Headline.of(done(), due());
    }

    /** Logged in time of due. */
    public Headline inTimeOfDue() {
        return Headline.of(inTime(), due());
    }

    /** The headline to read first: logged in time for diaries, done for practice (rule 9). */
    public Headline leading() {
        return assignment.kind().leadsWithInTime() ? inTimeOfDue() : doneOfDue();
    }

    /** How far the latest bucket of a quota has come, if the assignment has one. */
    public Optional<BucketProgress> latestBucket() {
        return BucketProgress.latest(this);
    }

    /** How many occasions were done one after another up to now; excused and pending ones neither break nor add. */
    public int streak() {
        return trailing(true);
    }

    /** How many due occasions were not done one after another up to now. */
    public int missedInARow() {
        return trailing(false);
    }

    private int trailing(boolean done) {
        int count = 0;
        for (int i = occasions.size() - 1; i >= 0; i--) {
            Outcome outcome = occasions.get(i).outcome();
            if (outcome.isDue() && outcome.isDone() != done) {
                return count;
            }
            count += outcome.isDue() ? 1 : 0;
        }
        return count;
    }

    private static boolean isWithin(LocalDate day, LocalDate start, LocalDate end) {
        return !day.isBefore(start) && !day.isAfter(end);
    }
}
