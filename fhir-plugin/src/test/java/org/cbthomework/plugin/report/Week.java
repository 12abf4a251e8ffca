package org.cbthomework.plugin.report;

import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cbthomework.adherence.Agreement;
import org.cbthomework.adherence.Assignment;
import org.cbthomework.adherence.Completeness;
import org.cbthomework.adherence.HandIn;
import org.cbthomework.adherence.HandIn.Author;
import org.cbthomework.adherence.HandIn.Authored;
import org.cbthomework.adherence.Submission;
import org.cbthomework.adherence.Submission.State;
import org.cbthomework.adherence.schedule.AtTimes;
import org.cbthomework.adherence.schedule.Calendar;
import org.cbthomework.adherence.schedule.Days;
import org.cbthomework.adherence.schedule.Kind;
import org.cbthomework.adherence.schedule.Schedule;
import org.cbthomework.adherence.schedule.Segment;
import org.cbthomework.adherence.schedule.WhenItHappens;
import org.cbthomework.adherence.schedule.WindowRule;
import org.cbthomework.plugin.assignment.Assigned;
import org.cbthomework.plugin.ledger.AssignmentKey;
import org.cbthomework.plugin.worksheet.Canonical;

/**
 * A week of homework at 20:00 from Monday 2 March 2026 in Berlin: on time on Monday and Tuesday, late on Wednesday, filled
 * in afterwards on Thursday, in part on Friday, nothing on Saturday and Sunday; and on Monday once more, as an extra.
 */
final class Week {

    static final Instant LONG_AFTER = Instant.parse("2026-04-01T12:00:00Z");
    private static final Schedule DAILY = AtTimes.of(Days.daily(), LocalTime.of(20, 0));

    private Week() {}

    static Measured of(Kind kind, Instant asOf) {
        Assigned assigned = assigned(kind);
        return new Measured(assigned, assigned.terms().measure(handedIn(), asOf));
    }

    static Measured untouched(Kind kind, Instant asOf) {
        Assigned assigned = assigned(kind);
        return new Measured(assigned, assigned.terms().measure(List.of(), asOf));
    }

    /** The same, and a week more of which nothing was done. */
    static Measured andAnother(Instant asOf) {
        Assigned assigned = assigned("17", DAILY, Kind.SELF_ASSESSMENT, "2026-03-15T23:00:00Z", false);
        return new Measured(assigned, assigned.terms().measure(handedIn(), asOf));
    }

    /** A log of what happens, with the same responses. */
    static Measured log(String id) {
        Assigned assigned = assigned(id, new WhenItHappens(), Kind.SELF_ASSESSMENT, "2026-03-08T23:00:00Z", false);
        return new Measured(assigned, assigned.terms().measure(handedIn(), LONG_AFTER));
    }

    /** The same, in an assignment of that id. */
    static Measured in(String id, boolean focal) {
        Assigned assigned = assigned(id, DAILY, Kind.SELF_ASSESSMENT, "2026-03-08T23:00:00Z", focal);
        return new Measured(assigned, assigned.terms().measure(handedIn(), LONG_AFTER));
    }

    private static Assigned assigned(Kind kind) {
        return assigned("17", DAILY, kind, "2026-03-08T23:00:00Z", false);
    }

    private static Assigned assigned(String id, Schedule schedule, Kind kind, String end, boolean focal) {
        Segment week =
                new Segment(schedule, WindowRule.of(kind), Instant.parse("2026-03-01T23:00:00Z"), Instant.parse(end));
        return new Assigned(
                AssignmentKey.ofServiceRequest(id),
                List.of(AssignmentKey.ofServiceRequest(id)),
                "Patient/p1",
                Optional.empty(),
                Canonical.parse("https://example.org/Questionnaire/a|1"),
                new Assignment(
                        ZoneId.of("Europe/Berlin"), List.of(week), Calendar.empty(), new Agreement.NotAsked(), 1),
                focal);
    }

    private static List<Submission> handedIn() {
        List<String> whole = List.of(
                "2026-03-02T20:10:00+01:00",
                "2026-03-02T21:00:00+01:00",
                "2026-03-03T20:10:00+01:00",
                "2026-03-05T08:00:00+01:00",
                "2026-03-06T13:00:00+01:00");
        return Stream.concat(
                        IntStream.range(0, whole.size()).mapToObj(i -> submission("r" + (i + 1), whole.get(i), 3)),
                        Stream.of(submission("r6", "2026-03-06T20:10:00+01:00", 2)))
                .toList();
    }

    private static Submission submission(String id, String time, int answered) {
        OffsetDateTime authored = OffsetDateTime.parse(time);
        return new Submission(
                id,
                State.COMPLETED,
                new HandIn(Optional.of(Authored.at(authored)), authored.toInstant(), Author.PATIENT),
                new Completeness(answered, 3, true),
                Optional.empty());
    }
}
