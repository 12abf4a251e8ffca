package org.cbthomework.plugin.report;

import java.util.List;
import org.cbthomework.adherence.Adherence;
import org.cbthomework.adherence.Aggregates;
import org.hl7.fhir.r4.model.Observation;

/** Writes one Observation over several assignments, for computing on: a care plan is shown assignment by assignment. */
final class WritingAggregate {

    private WritingAggregate() {}

    /** Those that have a number agreed, and so a share that can be pooled. */
    static List<Measured> takingPart(List<Measured> all) {
        return all.stream()
                .filter(each -> !each.adherence().assignment().isEventContingent())
                .toList();
    }

    /** The Observation over {@link #takingPart}, at least one, all of one patient and as of one moment. */
    static Observation write(List<Measured> takingPart, Days days) {
        List<Adherence> adherences =
                takingPart.stream().map(Measured::adherence).toList();
        Aggregates aggregates = Aggregates.of(adherences);
        Measured first = takingPart.get(0);
        HomeworkObservation observation = new HomeworkObservation(
                "homework-adherence-aggregate",
                first.assigned().subject(),
                first.adherence().asOf());
        boolean isFinal = adherences.stream().allMatch(Adherence::isSettled);
        String reasonOfAbsence = isFinal ? "not-applicable" : "temp-unknown";
        takingPart.forEach(each -> observation.labelled(each.assigned()));
        takingPart.stream().map(each -> each.assigned().key()).forEach(observation::basedOn);
        takingPart.stream()
                .map(each -> Span.toDate(each, days))
                .reduce(Span::and)
                .ifPresent(span -> observation.covers(span, isFinal));
        observation.value(aggregates.pooled(), reasonOfAbsence);
        observation.part(
                "occasions-due", adherences.stream().mapToInt(Adherence::due).sum());
        observation.part(
                "occasions-done", adherences.stream().mapToInt(Adherence::done).sum());
        aggregates
                .median()
                .ifPresentOrElse(
                        median -> observation.part("median", median),
                        () -> observation.absentPart("median", reasonOfAbsence));
        observation.part("not-reportable", aggregates.notReportable());
        observation.text("For computing only: done of all assignments together "
                + aggregates.pooled().text() + ". A care plan is shown assignment by assignment.");
        return observation.written();
    }
}
