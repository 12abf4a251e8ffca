package org.cbthomework.adherence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Therapy weeks: from session to session where sessions are known, else seven days from the start (rule 11). */
public final class Weeks {

    private Weeks() {}

    /**
     * One therapy week of an assignment.
     *
     * @param first its first local day
     * @param last its last local day, inclusive
     */
    public record Week(LocalDate first, LocalDate last, Adherence adherence) {}

    /**
     * The weeks begun so far, in order, none before an agreement that is awaited and none after the assignment is over; an
     * occasion belongs to the week in which its day lies.
     */
    public static List<Week> of(Adherence adherence) {
        Assignment assignment = adherence.assignment();
        LocalDate today = adherence.asOf().atZone(assignment.zone()).toLocalDate();
        List<Week> weeks = new ArrayList<>();
        LocalDate first = assignment
                .segments()
                .get(0)
                .startInclusive()
                .atZone(assignment.zone())
                .toLocalDate();
        while (!first.isAfter(today) && begins(first, assignment)) {
            LocalDate next = next(first, assignment);
            weeks.add(new Week(first, next.minusDays(1), adherence.within(first, next.minusDays(1))));
            first = next;
        }
        return weeks;
    }

    /** How the last two whole blocks compare, if both have enough occasions. */
    public static Optional<Trend> trend(Adherence adherence) {
        List<Headline.Counted> blocks = of(adherence).stream()
                .map(week -> week.adherence().leading())
                .filter(Headline.Counted.class::isInstance)
                .map(Headline.Counted.class::cast)
                .toList();
        if (blocks.size() < 2) {
            return Optional.empty();
        }
        Headline.Counted before = blocks.get(blocks.size() - 2);
        Headline.Counted now = blocks.get(blocks.size() - 1);
        return before.due() < Trend.ENOUGH || now.due() < Trend.ENOUGH
                ? Optional.empty()
                : Optional.of(Trend.between(before, now));
    }

    private static boolean begins(LocalDate first, Assignment assignment) {
        Instant begun = first.atStartOfDay(assignment.zone()).toInstant();
        return assignment.agreement().counted(assignment.segments()).stream()
                .anyMatch(each -> begun.isBefore(each.endExclusive()));
    }

    private static LocalDate next(LocalDate first, Assignment assignment) {
        Instant begun = first.atStartOfDay(assignment.zone()).toInstant();
        return assignment
                .calendar()
                .sessionEnding(begun)
                .map(session -> session.atZone(assignment.zone()).toLocalDate())
                .orElse(first.plusDays(7));
    }
}
