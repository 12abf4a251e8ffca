package org.cbthomework.adherence;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.cbthomework.adherence.schedule.AtTimes;
import org.cbthomework.adherence.schedule.Calendar;
import org.cbthomework.adherence.schedule.Days;
import org.cbthomework.adherence.schedule.Kind;
import org.cbthomework.adherence.schedule.Schedule;
import org.cbthomework.adherence.schedule.Segment;
import org.cbthomework.adherence.schedule.Stretch;
import org.cbthomework.adherence.schedule.WindowRule;

/** An assignment and what was handed in, told in the words of the worked cases. Berlin, 2026, asked long after. */
final class Homework {

    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant LONG_AFTER = Instant.parse("2027-01-01T00:00:00Z");

    private final ZoneId zone;
    private final List<Segment> segments = new ArrayList<>();
    private final List<Submission> submissions = new ArrayList<>();
    private WindowRule windows;
    private Calendar calendar = Calendar.empty();
    private Agreement agreement = new Agreement.NotAsked();
    private Instant asOf = LONG_AFTER;

    private Homework(Kind kind, ZoneId zone) {
        this.windows = WindowRule.of(kind);
        this.zone = zone;
    }

    static Homework diary() {
        return new Homework(Kind.SELF_ASSESSMENT, BERLIN);
    }

    static Homework practice() {
        return new Homework(Kind.MODALITY_SPECIFIC, BERLIN);
    }

    static Homework diaryIn(String zone) {
        return new Homework(Kind.SELF_ASSESSMENT, ZoneId.of(zone));
    }

    static Schedule daily(String time) {
        return AtTimes.of(Days.daily(), LocalTime.parse(time));
    }

    /** Days inclusive, as a clinician says them. */
    Homework from(String first, String last, Schedule schedule) {
        segments.add(new Segment(
                schedule,
                windows,
                at(first + "T00:00"),
                startOf(LocalDate.parse(last).plusDays(1))));
        return this;
    }

    Homework fromOn(String start, Schedule schedule) {
        segments.add(Segment.from(at(start), schedule, windows));
        return this;
    }

    Homework revoked(String when) {
        segments.replaceAll(segment -> segment.endingBy(at(when)));
        return this;
    }

    Homework windows(UnaryOperator<WindowRule> change) {
        windows = change.apply(windows);
        segments.replaceAll(each -> new Segment(each.schedule(), windows, each.startInclusive(), each.endExclusive()));
        return this;
    }

    Homework excused(String from, String to) {
        calendar = calendar.excusing(new Stretch(at(from), at(to)));
        return this;
    }

    Homework session(String time) {
        calendar = calendar.meeting(at(time));
        return this;
    }

    Homework agreement(Agreement changed) {
        agreement = changed;
        return this;
    }

    Homework agreedOn(String time) {
        return agreement(new Agreement.Given(at(time)));
    }

    Homework done(String... localTimes) {
        for (String time : localTimes) {
            add(Sent.at(time).in(zone));
        }
        return this;
    }

    Homework add(Sent sent) {
        submissions.add(sent.submission("response-" + (submissions.size() + 1)));
        return this;
    }

    Homework again(int times) {
        Submission last = submissions.get(submissions.size() - 1);
        for (int i = 0; i < times; i++) {
            submissions.add(last);
        }
        return this;
    }

    Homework asked(String localTime) {
        asOf = at(localTime);
        return this;
    }

    Homework askedAt(Instant moment) {
        asOf = moment;
        return this;
    }

    Assignment assignment() {
        return new Assignment(zone, segments, calendar, agreement, 1.0);
    }

    List<Submission> submissions() {
        return submissions;
    }

    Adherence adherence() {
        return assignment().measure(submissions, asOf);
    }

    List<Outcome> outcomes() {
        return adherence().occasions().stream().map(Judged::outcome).toList();
    }

    private Instant at(String localTime) {
        return LocalDateTime.parse(localTime).atZone(zone).toInstant();
    }

    private Instant startOf(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }
}
