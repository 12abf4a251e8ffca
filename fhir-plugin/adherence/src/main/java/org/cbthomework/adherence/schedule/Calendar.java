package org.cbthomework.adherence.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is known of the patient's days beside the schedule.
 *
 * @param excuses when nothing is expected: pauses, stays in hospital, agreed leave, outages (rule 5)
 * @param sessions when patient and therapist met, in any order
 */
public record Calendar(List<Stretch> excuses, List<Instant> sessions) {

    /** A session nearer than this to the last is an extra one, not the end of a week. */
    private static final Duration SHORTEST_WEEK = Duration.ofDays(4);

    /** A session further than this from the last leaves a week out: the bucket ends after seven days as usual. */
    private static final Duration LONGEST_WEEK = Duration.ofDays(10);

    public Calendar {
        excuses = List.copyOf(excuses);
        sessions = sessions.stream().sorted().distinct().toList();
    }

    /** Nothing is known. */
    public static Calendar empty() {
        return new Calendar(List.of(), List.of());
    }

    public Calendar excusing(Stretch excuse) {
        return new Calendar(Stream.concat(excuses.stream(), Stream.of(excuse)).toList(), sessions);
    }

    public Calendar meeting(Instant session) {
        return new Calendar(
                excuses, Stream.concat(sessions.stream(), Stream.of(session)).toList());
    }

    /** Whether an excuse holds at the moment. */
    public boolean excuses(Instant moment) {
        return excuses.stream().anyMatch(each -> each.holds(moment));
    }

    /** Whether an excuse touches the local day. */
    public boolean excusesAnyOf(LocalDate day, ZoneId zone) {
        Stretch whole = new Stretch(
                day.atStartOfDay(zone).toInstant(),
                day.plusDays(1).atStartOfDay(zone).toInstant());
        return excuses.stream().anyMatch(each -> each.meets(whole));
    }

    /** The session that ends a therapy week begun at the moment, if there is one about a week later. */
    public Optional<Instant> sessionEnding(Instant weekBegun) {
        return sessions.stream()
                .filter(session -> !session.isBefore(weekBegun.plus(SHORTEST_WEEK)))
                .filter(session -> !session.isAfter(weekBegun.plus(LONGEST_WEEK)))
                .findFirst();
    }
}
