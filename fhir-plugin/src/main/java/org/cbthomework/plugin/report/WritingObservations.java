package org.cbthomework.plugin.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.cbthomework.adherence.Adherence;
import org.cbthomework.adherence.Outcome;
import org.cbthomework.adherence.Trend;
import org.cbthomework.adherence.Weeks;
import org.cbthomework.adherence.Weeks.Week;
import org.cbthomework.plugin.assignment.Assigned;
import org.hl7.fhir.r4.model.Observation;

/** Writes adherence as Observations: that of an assignment to date, and that of each of its therapy weeks. */
public final class WritingObservations {

    private WritingObservations() {}

    /** The Observation of an assignment as a whole, up to the moment it was measured for. */
    public static Observation toDate(Measured measured) {
        return toDate(measured, Days.ALL);
    }

    /** The Observations of all its weeks, the oldest first. */
    public static List<Observation> weeks(Measured measured) {
        return weeks(measured, Days.ALL);
    }

    /** The Observation of an assignment over the days asked for, up to the moment it was measured for. */
    static Observation toDate(Measured measured, Days days) {
        Adherence adherence = measured.adherence();
        HomeworkObservation observation = begun("homework-adherence", measured.assigned(), adherence);
        observation.covers(Span.toDate(measured, days), adherence.isSettled());
        WritingParts parts = new WritingParts(adherence, observation);
        parts.write(adherence.isSettled());
        observation.part("streak", adherence.streak());
        observation.part("missed-in-a-row", adherence.missedInARow());
        Weeks.trend(adherence).ifPresent(trend -> write(trend, observation));
        observation.text(parts.words());
        return observation.written();
    }

    /** The Observations of the weeks of {@link Days#weeksOf}, the oldest first. */
    static List<Observation> weeks(Measured measured, Days days) {
        return days.weeksOf(measured.adherence()).stream()
                .map(week -> week(measured.assigned(), week))
                .toList();
    }

    /** The Observation of one therapy week: final once its days are over and nothing of it is pending. */
    static Observation week(Assigned assigned, Week week) {
        HomeworkObservation observation = begun("homework-adherence-week", assigned, week.adherence());
        boolean isFinal = isOver(week) && week.adherence().count(Outcome.PENDING) == 0;
        observation.covers(Span.of(week), isFinal);
        WritingParts parts = new WritingParts(week.adherence(), observation);
        parts.write(isFinal);
        observation.text(week.first() + " to " + week.last() + ". " + parts.words());
        return observation.written();
    }

    private static HomeworkObservation begun(String code, Assigned assigned, Adherence adherence) {
        HomeworkObservation observation = new HomeworkObservation(code, assigned.subject(), adherence.asOf());
        observation.labelled(assigned);
        observation.basedOn(assigned.key());
        return observation;
    }

    private static void write(Trend trend, HomeworkObservation observation) {
        String direction = trend.direction().name().toLowerCase(Locale.ROOT).replace('_', '-');
        observation.part(
                "trend",
                direction,
                trend.before().text() + ", then " + trend.now().text());
    }

    private static boolean isOver(Week week) {
        LocalDate today = week.adherence()
                .asOf()
                .atZone(week.adherence().assignment().zone())
                .toLocalDate();
        return today.isAfter(week.last());
    }
}
