package org.cbthomework.plugin.ledger;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.cbthomework.adherence.Completeness;
import org.cbthomework.adherence.HandIn;
import org.cbthomework.adherence.HandIn.Author;
import org.cbthomework.adherence.HandIn.Authored;
import org.cbthomework.adherence.Submission;
import org.cbthomework.adherence.Submission.State;
import org.cbthomework.adherence.schedule.OccasionKey;

/** Rows, plain and extreme. */
final class Rows {

    static final AssignmentKey ORDER = AssignmentKey.ofServiceRequest("17");
    static final AssignmentKey IN_A_PLAN = AssignmentKey.inCarePlan("12", "https://example.org/Questionnaire/a");

    private static final Instant EVENING = Instant.parse("2026-11-23T19:14:00.123Z");

    static final Submission PLAIN = new Submission(
            "91",
            State.COMPLETED,
            new HandIn(Optional.of(new Authored(EVENING, Optional.of(ZoneOffset.ofHours(1)))), EVENING, Author.PATIENT),
            new Completeness(2, 3, true),
            Optional.of(new OccasionKey("2026-11-23T20:00")));

    static final Submission DRAFT_OF_THE_EVENING = new Submission(
            "95",
            State.DRAFT,
            new HandIn(Optional.empty(), EVENING, Author.PATIENT),
            new Completeness(1, 3, true),
            Optional.of(new OccasionKey("2026-11-23T20:00")));

    /** All that may be absent is. */
    static final Submission BARE = new Submission(
            "92",
            State.DRAFT,
            new HandIn(Optional.empty(), EVENING, Author.SYSTEM),
            new Completeness(0, 0, false),
            Optional.empty());

    private static final Submission WITHOUT_A_WALL_CLOCK = new Submission(
            "93",
            State.STOPPED,
            new HandIn(Optional.of(new Authored(EVENING, Optional.empty())), EVENING, Author.CLINICIAN),
            new Completeness(0, 1, true),
            Optional.empty());

    private static final Submission IN_GREENWICH = new Submission(
            "94",
            State.VOIDED,
            new HandIn(Optional.of(new Authored(Instant.EPOCH, Optional.of(ZoneOffset.UTC))), EVENING, Author.PATIENT),
            new Completeness(7, 7, true),
            Optional.of(new OccasionKey("2026-11-23#2")));

    private static final Submission EXTREME = new Submission(
            "x".repeat(64),
            State.COMPLETED,
            new HandIn(
                    Optional.of(new Authored(
                            Instant.parse("0001-01-01T00:00:00Z"), Optional.of(ZoneOffset.ofHoursMinutes(-13, -59)))),
                    Instant.parse("9999-12-31T23:59:59.999Z"),
                    Author.CLINICIAN),
            new Completeness(Integer.MAX_VALUE, Integer.MAX_VALUE, true),
            Optional.of(new OccasionKey("\u00fc".repeat(200))));

    static final List<Submission> SUBMISSIONS = List.of(PLAIN, BARE, WITHOUT_A_WALL_CLOCK, IN_GREENWICH, EXTREME);

    static final AssignmentRow ASSIGNMENT = new AssignmentRow(
            ORDER,
            "Patient/p1",
            Optional.empty(),
            "https://example.org/Questionnaire/a|1",
            "SELF_ASSESSMENT",
            "America/Argentina/ComodRivadavia",
            "{\"note\":\"it's \u4e03 o'clock; \\\"really\\\"\"}".repeat(1000));

    private Rows() {}

    static ResponseRow row(AssignmentKey assignment, Submission submission) {
        return row(assignment, submission, 1);
    }

    static ResponseRow row(AssignmentKey assignment, Submission submission, long version) {
        return new ResponseRow(assignment, "Patient/p1", version, submission);
    }

    static Submission named(String id, Submission submission) {
        return new Submission(
                id, submission.state(), submission.handIn(), submission.completeness(), submission.occasion());
    }

    static Submission voided(Submission submission) {
        return new Submission(
                submission.id(), State.VOIDED, submission.handIn(), submission.completeness(), submission.occasion());
    }

    static AssignmentRow inPlan(String worksheet) {
        String url = "https://example.org/Questionnaire/" + worksheet;
        return new AssignmentRow(
                AssignmentKey.inCarePlan("12", url),
                "Patient/p1",
                Optional.of("CarePlan/12"),
                url,
                "PSYCHOEDUCATION",
                "Asia/Kolkata",
                "{}");
    }

    static OccasionRow occasion(String task, String opens) {
        Instant start = Instant.parse(opens);
        return new OccasionRow(
                task,
                IN_A_PLAN,
                "Patient/p1",
                "https://example.org/Questionnaire/a",
                "SELF_ASSESSMENT",
                "Europe/Berlin",
                start,
                start.plusMillis(1));
    }
}
