package org.cbthomework.adherence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.cbthomework.adherence.schedule.Kind;

/**
 * What became of an assignment's homework, as of a moment. Its counts stand side by side and are never melted into one.
 *
 * @param kind decides which of the two headlines to read first
 * @param asOf the moment it was measured for
 * @param occasions every occasion whose day has begun, or that is already done, in order
 * @param extras what was done beyond the occasions, in order of hand-in, with the local day of each
 */
public record Adherence(Kind kind, Instant asOf, List<Judged> occasions, List<Extra> extras) {

    public Adherence {
        occasions = List.copyOf(occasions);
        extras = List.copyOf(extras);
    }

    /** A response that no occasion called for, and the local day it falls on. */
    public record Extra(Submission submission, LocalDate day) {}

    /** The same, of the local days from {@code start} to {@code end}, both inclusive. */
    public Adherence within(LocalDate start, LocalDate end) {
        return new Adherence(
                kind,
                asOf,
                occasions.stream()
                        .filter(each -> isWithin(each.occasion().day(), start, end))
                        .toList(),
                extras.stream().filter(each -> isWithin(each.day(), start, end)).toList());
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
        return kind.leadsWithInTime() ? inTimeOfDue() : doneOfDue();
    }

    private static boolean isWithin(LocalDate day, LocalDate start, LocalDate end) {
        return !day.isBefore(start) && !day.isAfter(end);
    }
}
