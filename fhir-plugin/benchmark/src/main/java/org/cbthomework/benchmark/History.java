package org.cbthomework.benchmark;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.cbthomework.adherence.Agreement;
import org.cbthomework.adherence.Assignment;
import org.cbthomework.adherence.Submission;
import org.cbthomework.adherence.schedule.AtTimes;
import org.cbthomework.adherence.schedule.Calendar;
import org.cbthomework.adherence.schedule.Days;
import org.cbthomework.adherence.schedule.Kind;
import org.cbthomework.adherence.schedule.Segment;
import org.cbthomework.adherence.schedule.WindowRule;

/**
 * Years of an evening diary, up to the response that has just arrived.
 *
 * @param assignment a diary for 20:00 of every day, in Berlin
 * @param submissions all rows, in order of receipt; the last is the one more that arrived
 * @param asOf the moment of its arrival
 */
record History(Assignment assignment, List<Submission> submissions, Instant asOf) {

    static final LocalTime SLOT = LocalTime.of(20, 0);

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 31);
    private static final LocalTime NOW = LocalTime.of(21, 0);

    History {
        submissions = List.copyOf(submissions);
    }

    /** The same years and seed make the same history. */
    static History ofDailyDiary(int years, long seed) {
        LocalDate first = TODAY.minusYears(years).plusDays(1);
        Instant asOf = TODAY.atTime(NOW).atZone(BERLIN).toInstant();
        Segment segment = Segment.from(
                first.atStartOfDay(BERLIN).toInstant(),
                AtTimes.of(Days.daily(), SLOT),
                WindowRule.of(Kind.SELF_ASSESSMENT));
        return new History(
                new Assignment(BERLIN, List.of(segment), Calendar.empty(), new Agreement.NotAsked(), 1.0),
                new Patient(BERLIN, seed).responses(first, TODAY, NOW),
                asOf);
    }

    /** The local day of the newest response. */
    LocalDate today() {
        return TODAY;
    }
}
