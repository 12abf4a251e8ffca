package org.cbthomework.plugin.assignment;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cbthomework.adherence.Assignment;
import org.cbthomework.adherence.schedule.Calendar;
import org.cbthomework.adherence.schedule.Segment;
import org.cbthomework.adherence.schedule.Stretch;
import org.cbthomework.plugin.ledger.CalendarRow;
import org.cbthomework.plugin.ledger.CalendarRow.Kind;
import org.hl7.fhir.r4.model.DateTimeType;

/** What is known of a patient's days, applied to homework: sessions, excuses (rule 5 of adherence), and death. */
final class PatientDays {

    private PatientDays() {}

    /** The same homework in those days. */
    static Assigned in(List<CalendarRow> known, List<Stretch> outages, Assigned assigned) {
        List<CalendarRow> rows =
                known.stream().filter(row -> assigned.isOf(row.scope())).toList();
        Assignment terms = assigned.terms();
        ZoneId zone = terms.zone();
        Stream<Stretch> excuses = rows.stream()
                .filter(row -> row.kind() == Kind.INPATIENT || row.kind() == Kind.LEAVE)
                .map(row -> stretch(row, zone));
        Stream<Instant> sessions =
                rows.stream().filter(row -> row.kind() == Kind.SESSION).map(row -> start(row, zone));
        Calendar calendar = new Calendar(
                Stream.of(terms.calendar().excuses().stream(), excuses, outages.stream())
                        .flatMap(each -> each)
                        .toList(),
                Stream.concat(terms.calendar().sessions().stream(), sessions).toList());
        return assigned.on(new Assignment(
                zone, endedByDeath(terms.segments(), rows, zone), calendar, terms.agreement(), terms.threshold()));
    }

    private static List<Segment> endedByDeath(List<Segment> segments, List<CalendarRow> rows, ZoneId zone) {
        Optional<Instant> death = rows.stream()
                .filter(row -> row.kind() == Kind.DEATH)
                .map(row -> start(row, zone))
                .min(Instant::compareTo);
        return death.map(moment -> segments.stream()
                        .map(segment -> segment.endingBy(moment))
                        .toList())
                .orElse(segments);
    }

    private static Stretch stretch(CalendarRow row, ZoneId zone) {
        Instant start = start(row, zone);
        Instant end = row.ends()
                .map(text -> Moments.end(new DateTimeType(text), zone, row.resource()))
                .orElse(Instant.MAX);
        return new Stretch(start, end.isBefore(start) ? start : end);
    }

    private static Instant start(CalendarRow row, ZoneId zone) {
        return Moments.start(new DateTimeType(row.starts()), zone, row.resource());
    }
}
