package org.cbthomework.plugin.assignment;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.cbthomework.adherence.Agreement;
import org.cbthomework.adherence.Assignment;
import org.cbthomework.adherence.schedule.Calendar;
import org.cbthomework.adherence.schedule.Grace;
import org.cbthomework.adherence.schedule.Kind;
import org.cbthomework.adherence.schedule.Segment;
import org.cbthomework.adherence.schedule.Stretch;
import org.cbthomework.adherence.schedule.UnusableSchedule;
import org.cbthomework.adherence.schedule.WhenItHappens;
import org.cbthomework.adherence.schedule.WindowRule;
import org.cbthomework.plugin.refusal.Refused;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Duration;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Timing;
import org.hl7.fhir.r4.model.Timing.TimingRepeatComponent;
import org.hl7.fhir.r4.model.Type;

/** Reads the terms of an assignment: from when to when, how often, in which windows, and what is enough. */
final class Terms {

    private final ServiceRequest order;
    private final Kind kind;
    private final ZoneId zone;

    private Terms(ServiceRequest order, Kind kind, ZoneId zone) {
        this.order = order;
        this.kind = kind;
        this.zone = zone;
    }

    /**
     * The terms in the words of the domain.
     *
     * @throws Refused if they cannot be followed
     */
    static Assignment read(ServiceRequest order, Kind kind, ZoneId zone) {
        try {
            return new Terms(order, kind, zone).read();
        } catch (UnusableSchedule e) {
            throw new Refused("ServiceRequest.occurrence", e.getMessage());
        }
    }

    private Assignment read() {
        boolean asNeeded = Orders.isAsNeeded(order);
        if (!order.hasOccurrenceTiming() && !asNeeded) {
            throw new Refused(
                    "ServiceRequest.occurrence",
                    "The assignment has no occurrenceTiming; add one to schedule homework, or asNeededBoolean");
        }
        Timing timing = order.hasOccurrenceTiming() ? order.getOccurrenceTiming() : new Timing();
        Instant start = start(order, zone);
        Timings timings = new Timings(
                "ServiceRequest.occurrence", zone, start.atZone(zone).toLocalDate());
        boolean noNumberAgreed =
                asNeeded && !timing.hasEvent() && !timing.getRepeat().hasFrequency();
        Segment segment = new Segment(
                noNumberAgreed ? new WhenItHappens() : timings.read(timing), windows(), start, end(timing, start));
        return new Assignment(
                zone, List.of(endedBy(segment)), new Calendar(pauses(), List.of()), agreement(), threshold());
    }

    private List<Stretch> pauses() {
        return order.getExtensionsByUrl(HomeworkExtensions.PAUSE).stream()
                .map(Extension::getValue)
                .map(this::pause)
                .toList();
    }

    private Stretch pause(Type value) {
        if (!(value instanceof Period pause) || !pause.hasStart()) {
            throw new Refused(
                    HomeworkExtensions.PAUSE,
                    "A pause has no start; give a Period with a start, and an end when it is over");
        }
        return new Stretch(
                Moments.start(pause.getStartElement(), zone, HomeworkExtensions.PAUSE),
                pause.hasEnd() ? Moments.end(pause.getEndElement(), zone, HomeworkExtensions.PAUSE) : Instant.MAX);
    }

    private Agreement agreement() {
        boolean asked = extension(HomeworkExtensions.AGREEMENT_REQUESTED, BooleanType.class)
                .map(BooleanType::booleanValue)
                .orElse(false);
        if (!asked) {
            return new Agreement.NotAsked();
        }
        return extension(HomeworkExtensions.AGREED, DateTimeType.class)
                .<Agreement>map(at -> new Agreement.Given(Moments.start(at, zone, HomeworkExtensions.AGREED)))
                .orElseGet(() -> new Agreement.Awaited(Agreements.isChangeAsked(order)));
    }

    /**
     * From when the assignment counts.
     *
     * @throws Refused if it does not say
     */
    static Instant start(ServiceRequest order, ZoneId zone) {
        if (order.getOccurrence() instanceof Timing timing
                && timing.getRepeat().hasBoundsPeriod()
                && timing.getRepeat().getBoundsPeriod().hasStart()) {
            return Moments.start(
                    timing.getRepeat().getBoundsPeriod().getStartElement(),
                    zone,
                    "ServiceRequest.occurrence.repeat.bounds.start");
        }
        if (order.hasAuthoredOn()) {
            return Moments.start(order.getAuthoredOnElement(), zone, "ServiceRequest.authoredOn");
        }
        throw new Refused(
                "ServiceRequest.occurrence.repeat.bounds",
                "The assignment has no start; give boundsPeriod.start, or authoredOn");
    }

    private Instant end(Timing timing, Instant start) {
        TimingRepeatComponent repeat = timing.getRepeat();
        String expression = "ServiceRequest.occurrence.repeat.bounds";
        if (repeat.hasBoundsPeriod() && repeat.getBoundsPeriod().hasEnd()) {
            return Moments.end(repeat.getBoundsPeriod().getEndElement(), zone, expression + ".end");
        }
        if (repeat.hasBoundsDuration()) {
            return start.atZone(zone)
                    .plus(Lengths.read(repeat.getBoundsDuration(), expression))
                    .toInstant();
        }
        if (repeat.hasBoundsRange()) {
            return start.atZone(zone)
                    .plus(Lengths.read(repeat.getBoundsRange().getLow(), expression + ".low"))
                    .toInstant();
        }
        return Instant.MAX;
    }

    private Segment endedBy(Segment segment) {
        return extension(HomeworkExtensions.ENDED, DateTimeType.class)
                .map(value -> segment.endingBy(Moments.start(value, zone, HomeworkExtensions.ENDED)))
                .orElse(segment);
    }

    private WindowRule windows() {
        WindowRule rule = WindowRule.of(kind);
        Optional<Duration> grace = extension(HomeworkExtensions.GRACE, Duration.class);
        if (grace.isPresent()) {
            rule = rule.withGrace(new Grace.Lasting(Lengths.read(grace.get(), HomeworkExtensions.GRACE)));
        }
        Extension window = order.getExtensionByUrl(HomeworkExtensions.COMPLETION_WINDOW);
        if (window != null && window.hasExtension("opens-before")) {
            rule = rule.opening(Lengths.read(
                    window.getExtensionByUrl("opens-before").getValue(), HomeworkExtensions.COMPLETION_WINDOW));
        }
        if (window != null && window.hasExtension("closes-after")) {
            rule = rule.closing(Lengths.read(
                    window.getExtensionByUrl("closes-after").getValue(), HomeworkExtensions.COMPLETION_WINDOW));
        }
        return rule.allowingEarly(extension(HomeworkExtensions.ALLOW_EARLY, BooleanType.class)
                .map(BooleanType::booleanValue)
                .orElse(false));
    }

    private double threshold() {
        BigDecimal threshold = extension(HomeworkExtensions.COMPLETENESS_THRESHOLD, DecimalType.class)
                .map(DecimalType::getValue)
                .orElse(BigDecimal.ONE);
        if (threshold.signum() <= 0 || threshold.compareTo(BigDecimal.ONE) > 0) {
            throw new Refused(
                    HomeworkExtensions.COMPLETENESS_THRESHOLD,
                    "The completeness threshold is " + threshold.toPlainString() + "; use more than 0 and at most 1");
        }
        return threshold.doubleValue();
    }

    private <T extends Type> Optional<T> extension(String url, Class<T> type) {
        return HomeworkExtensions.value(order, url, type);
    }
}
