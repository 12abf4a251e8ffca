package org.cbthomework.adherence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.cbthomework.adherence.schedule.Segment;

/**
 * On which days the patient kept watch: with an entry, or by saying that there was nothing to note (rule 3).
 *
 * @param monitored the days with one or the other
 * @param asked the days that are over and not excused, or monitored, in order
 */
public record Monitoring(Set<LocalDate> monitored, List<LocalDate> asked) {

    public Monitoring {
        monitored = Set.copyOf(monitored);
        asked = List.copyOf(asked);
    }

    static Monitoring of(Assignment assignment, Collection<Submission> handedIn, Instant asOf) {
        Set<LocalDate> days = handedIn.stream()
                .filter(each ->
                        each.state() == Submission.State.NOTHING_TO_LOG || each.completes(assignment.threshold()))
                .map(assignment::dayOf)
                .collect(Collectors.toSet());
        TreeSet<LocalDate> asked = new TreeSet<>();
        assignment
                .agreement()
                .counted(assignment.segments())
                .forEach(segment -> asked.addAll(days(segment, assignment, asOf).stream()
                        .filter(day -> days.contains(day) || isAsked(day, assignment, asOf))
                        .toList()));
        days.retainAll(asked);
        return new Monitoring(days, List.copyOf(asked));
    }

    private static List<LocalDate> days(Segment segment, Assignment assignment, Instant asOf) {
        Instant end = segment.endExclusive().isAfter(asOf) ? asOf.plusNanos(1) : segment.endExclusive();
        LocalDate first = segment.startInclusive().atZone(assignment.zone()).toLocalDate();
        return first.atStartOfDay(assignment.zone()).toInstant().isBefore(end)
                ? first.datesUntil(end.minusNanos(1)
                                .atZone(assignment.zone())
                                .toLocalDate()
                                .plusDays(1))
                        .toList()
                : List.of();
    }

    private static boolean isAsked(LocalDate day, Assignment assignment, Instant asOf) {
        Instant over = day.plusDays(1).atStartOfDay(assignment.zone()).toInstant();
        return !over.isAfter(asOf) && !assignment.calendar().excusesAnyOf(day, assignment.zone());
    }

    Monitoring within(LocalDate start, LocalDate end) {
        return new Monitoring(
                monitored,
                asked.stream()
                        .filter(day -> !day.isBefore(start) && !day.isAfter(end))
                        .toList());
    }

    /** How many of the days asked for were monitored. */
    public int count() {
        return (int) asked.stream().filter(monitored::contains).count();
    }

    /** Days monitored of days asked for. */
    public Headline headline() {
        return Headline.of(count(), asked.size());
    }
}
