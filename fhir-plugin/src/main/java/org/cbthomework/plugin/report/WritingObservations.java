package org.cbthomework.plugin.report;

import static org.cbthomework.adherence.Outcome.BACK_FILLED;
import static org.cbthomework.adherence.Outcome.EXCUSED;
import static org.cbthomework.adherence.Outcome.LATE;
import static org.cbthomework.adherence.Outcome.MISSED;
import static org.cbthomework.adherence.Outcome.ON_TIME;
import static org.cbthomework.adherence.Outcome.PARTIAL;
import static org.cbthomework.adherence.Outcome.PENDING;

import ca.uhn.fhir.model.api.TemporalPrecisionEnum;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.Locale;
import java.util.Optional;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.cbthomework.adherence.Adherence;
import org.cbthomework.adherence.Headline;
import org.cbthomework.adherence.Judged;
import org.cbthomework.adherence.Outcome;
import org.cbthomework.adherence.Submission;
import org.cbthomework.adherence.Trend;
import org.cbthomework.adherence.Weeks;
import org.cbthomework.adherence.WilsonInterval;
import org.cbthomework.adherence.schedule.Segment;
import org.cbthomework.plugin.assignment.Assigned;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Narrative.NarrativeStatus;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Range;
import org.hl7.fhir.utilities.xhtml.NodeType;
import org.hl7.fhir.utilities.xhtml.XhtmlNode;

/** Writes adherence as the Observation of an assignment: done of due as its value, every part beside it. */
final class WritingObservations {

    private static final String HOMEWORK = "https://w3id.org/cbt-homework/fhir/CodeSystem/homework";
    private static final String CATEGORY = "http://terminology.hl7.org/CodeSystem/observation-category";
    private static final String ABSENT = "http://terminology.hl7.org/CodeSystem/data-absent-reason";
    private static final String UCUM = "http://unitsofmeasure.org";

    private final Assigned assigned;
    private final Adherence adherence;
    private final Observation observation = new Observation();

    private WritingObservations(Measured measured) {
        this.assigned = measured.assigned();
        this.adherence = measured.adherence();
    }

    static Observation write(Measured measured, Days days) {
        return new WritingObservations(measured).write(days);
    }

    private Observation write(Days days) {
        boolean open = adherence.count(PENDING) > 0 || isRunning();
        observation.setStatus(open ? ObservationStatus.PRELIMINARY : ObservationStatus.FINAL);
        observation.addCategory(concept(CATEGORY, "therapy"));
        observation.setCode(concept(HOMEWORK, "homework-adherence"));
        observation.getSubject().setReference(assigned.subject());
        observation.addBasedOn().setReference(assigned.key().resource());
        observation.setEffective(period(days));
        observation.setIssued(Date.from(adherence.asOf()));
        observation.getDevice().setDisplay(device());
        headlines();
        counts();
        answers().forEach(answer -> observation.addDerivedFrom().setReference("QuestionnaireResponse/" + answer.id()));
        narrative();
        return observation;
    }

    private void headlines() {
        if (adherence.doneOfDue() instanceof Headline.Counted done) {
            observation.setValue(percent(done.percent()));
        } else {
            observation.setDataAbsentReason(concept(ABSENT, isLog() ? "not-applicable" : "temp-unknown"));
        }
        part("occasions-due", adherence.due());
        part("occasions-done", adherence.done());
        part("occasions-in-time", adherence.inTime());
        interval("done-interval-95", adherence.doneOfDue());
        interval("in-time-interval-95", adherence.inTimeOfDue());
    }

    private void counts() {
        part("on-time", adherence.count(ON_TIME));
        part("late", adherence.count(LATE));
        part("back-filled", adherence.count(BACK_FILLED));
        part("partial", adherence.count(PARTIAL));
        part("missed", adherence.count(MISSED));
        part("pending", adherence.count(PENDING));
        part("excused", adherence.count(EXCUSED));
        part("extra", isLog() ? 0 : adherence.extras().size());
        part("received-late", adherence.receivedLate());
        part("streak", adherence.streak());
        part("missed-in-a-row", adherence.missedInARow());
        if (isLog()) {
            part("entries", adherence.extras().size());
            part("monitored-days", adherence.monitoring().count());
            part("days-asked", adherence.monitoring().asked().size());
        }
        Weeks.trend(adherence).ifPresent(this::trend);
    }

    private void trend(Trend trend) {
        String code = trend.direction().name().toLowerCase(Locale.ROOT).replace('_', '-');
        CodeableConcept direction = concept(HOMEWORK, code);
        direction.setText(trend.before().text() + ", then " + trend.now().text());
        observation.addComponent().setCode(concept(HOMEWORK, "trend")).setValue(direction);
    }

    private boolean isLog() {
        return adherence.assignment().isEventContingent();
    }

    private Stream<Submission> answers() {
        return Stream.concat(
                adherence.occasions().stream()
                        .filter(each -> each.outcome().isDone() || each.outcome() == Outcome.PARTIAL)
                        .map(Judged::answer)
                        .flatMap(Optional::stream),
                adherence.extras().stream().map(Adherence.Extra::submission));
    }

    private boolean isRunning() {
        return assigned.terms().segments().stream()
                .map(Segment::endExclusive)
                .anyMatch(end -> end.isAfter(adherence.asOf()));
    }

    private Period period(Days days) {
        ZoneId zone = assigned.terms().zone();
        Instant from = days.start()
                .map(day -> day.atStartOfDay(zone).toInstant())
                .orElseGet(() -> assigned.terms().segments().get(0).startInclusive());
        Instant to = days.end()
                .map(day -> day.plusDays(1).atStartOfDay(zone).toInstant())
                .filter(end -> end.isBefore(adherence.asOf()))
                .orElse(adherence.asOf());
        Period period = new Period().setStartElement(time(from, zone));
        return to.isBefore(from) ? period : period.setEndElement(time(to, zone));
    }

    private void part(String code, int count) {
        observation.addComponent().setCode(concept(HOMEWORK, code)).setValue(new IntegerType(count));
    }

    private void interval(String code, Headline headline) {
        if (headline instanceof Headline.Counted counted) {
            WilsonInterval interval = counted.interval();
            observation
                    .addComponent()
                    .setCode(concept(HOMEWORK, code))
                    .setValue(new Range()
                            .setLow(percent(oneDecimal(interval.low())))
                            .setHigh(percent(oneDecimal(interval.high()))));
        }
    }

    private void narrative() {
        String done = "Done: " + adherence.doneOfDue().text();
        String inTime = "Logged in time: " + adherence.inTimeOfDue().text();
        boolean inTimeFirst = adherence.assignment().kind().leadsWithInTime();
        XhtmlNode div = new XhtmlNode(NodeType.Element, "div");
        div.setAttribute("xmlns", "http://www.w3.org/1999/xhtml");
        String latest = adherence
                .latestBucket()
                .map(bucket -> ". Latest: " + bucket.text())
                .orElse("");
        String log = "Entries: " + adherence.extras().size() + ". Days monitored: "
                + adherence.monitoring().headline().text();
        String counts = inTimeFirst ? inTime + ". " + done : done + ". " + inTime;
        div.tx((isLog() ? log : counts + latest) + ".");
        observation.getText().setStatus(NarrativeStatus.GENERATED).setDiv(div);
    }

    private static String device() {
        String version = WritingObservations.class.getPackage().getImplementationVersion();
        return version == null ? "CBT Homework" : "CBT Homework " + version;
    }

    private static DateTimeType time(Instant moment, ZoneId zone) {
        return new DateTimeType(Date.from(moment), TemporalPrecisionEnum.SECOND, TimeZone.getTimeZone(zone));
    }

    private static Quantity percent(BigDecimal value) {
        return new Quantity().setValue(value).setUnit("%").setSystem(UCUM).setCode("%");
    }

    private static BigDecimal oneDecimal(double value) {
        return BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP);
    }

    private static CodeableConcept concept(String system, String code) {
        CodeableConcept concept = new CodeableConcept();
        concept.addCoding().setSystem(system).setCode(code);
        return concept;
    }
}
