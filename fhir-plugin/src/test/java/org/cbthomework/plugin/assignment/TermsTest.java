package org.cbthomework.plugin.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Consumer;
import org.cbthomework.adherence.Assignment;
import org.cbthomework.adherence.schedule.Grace;
import org.cbthomework.adherence.schedule.Kind;
import org.cbthomework.adherence.schedule.Segment;
import org.cbthomework.plugin.Fixture;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Duration;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Range;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("domain")
class TermsTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final String BOUNDS = "ServiceRequest.occurrence.repeat.bounds";

    @Test
    void a_day_named_as_the_end_is_part_of_it() {
        assertThat(segment(order -> {}).startInclusive()).isEqualTo("2026-03-01T23:00:00Z");
        assertThat(segment(order -> {}).endExclusive()).isEqualTo("2026-03-08T23:00:00Z");
    }

    @Test
    void without_a_start_of_its_own_it_starts_when_it_was_authored() {
        Segment segment = segment(bounds(new Period().setEndElement(new DateTimeType("2026-03-08"))));
        assertThat(segment.startInclusive()).isEqualTo("2026-03-01T09:00:00Z");
        assertThat(segment.endExclusive()).isEqualTo("2026-03-08T23:00:00Z");
    }

    @Test
    void without_any_start_it_is_refused() {
        refused(order -> {
                    bounds(new Period().setEndElement(new DateTimeType("2026-03-08")))
                            .accept(order);
                    order.setAuthoredOnElement(null);
                })
                .says(BOUNDS, "The assignment has no start; give boundsPeriod.start, or authoredOn");
    }

    @Test
    void without_bounds_it_goes_on() {
        assertThat(segment(order -> order.getOccurrenceTiming().getRepeat().setBounds(null))
                        .endExclusive())
                .isEqualTo(Instant.MAX);
    }

    @Test
    void a_length_of_days_is_counted_on_the_calendar_and_one_of_hours_on_the_clock() {
        assertThat(segment(bounds(length(4, "wk"))).endExclusive()).isEqualTo("2026-03-29T08:00:00Z");
        assertThat(segment(bounds(length(28 * 24, "h"))).endExclusive()).isEqualTo("2026-03-29T09:00:00Z");
    }

    @Test
    void of_a_range_of_lengths_the_lower_counts() {
        Range range =
                new Range().setLow(new Quantity().setValue(7).setCode("d")).setHigh(new Quantity().setValue(9));
        assertThat(segment(bounds(range)).endExclusive()).isEqualTo("2026-03-08T09:00:00Z");
        refused(bounds(new Range().setHigh(new Quantity().setValue(9).setCode("d"))))
                .says(BOUNDS + ".low", BOUNDS + ".low has no length; give a Duration such as 12 h or 1 d");
    }

    @Test
    void a_length_must_be_whole_and_in_a_unit_that_is_followed() {
        refused(bounds(length(3, "mo"))).says(BOUNDS, BOUNDS + " is in 'mo'; give its UCUM code min, h, d or wk");
        refused(bounds((Duration) new Duration().setValue(1.5).setCode("d")))
                .says(BOUNDS, BOUNDS + " is 1.5; give a whole number from 0 to 100000");
    }

    @Test
    void an_end_before_the_start_is_refused() {
        refused(bounds(new Period()
                        .setStartElement(new DateTimeType("2026-03-08"))
                        .setEndElement(new DateTimeType("2026-03-06"))))
                .says(
                        "ServiceRequest.occurrence",
                        "A schedule starts at 2026-03-07T23:00:00Z and ends at 2026-03-06T23:00:00Z;"
                                + " it must not end before it starts");
    }

    @Test
    void without_a_timing_it_is_refused() {
        refused(order -> order.setOccurrence(null))
                .says(
                        "ServiceRequest.occurrence",
                        "The assignment has no occurrenceTiming; add one to schedule homework");
    }

    @Test
    void it_is_over_when_it_was_ended_and_never_later() {
        assertThat(segment(with(HomeworkExtensions.ENDED, new DateTimeType("2026-03-05T10:00:00+01:00")))
                        .endExclusive())
                .isEqualTo("2026-03-05T09:00:00Z");
        assertThat(segment(with(HomeworkExtensions.ENDED, new DateTimeType("2026-04-05T10:00:00+02:00")))
                        .endExclusive())
                .isEqualTo("2026-03-08T23:00:00Z");
        Segment neverBegun = segment(with(HomeworkExtensions.ENDED, new DateTimeType("2026-02-01T10:00:00+01:00")));
        assertThat(neverBegun.endExclusive()).isEqualTo(neverBegun.startInclusive());
    }

    @Test
    void grace_lasts_until_noon_unless_it_says_how_long() {
        assertThat(terms(order -> {}).windows().grace()).isEqualTo(new Grace.UntilNextNoon());
        assertThat(terms(with(HomeworkExtensions.GRACE, length(12, "h")))
                        .windows()
                        .grace())
                .isEqualTo(new Grace.Lasting(java.time.Duration.ofHours(12)));
        refused(with(HomeworkExtensions.GRACE, new StringType("a while")))
                .says(
                        HomeworkExtensions.GRACE,
                        "The extension " + HomeworkExtensions.GRACE + " does not hold a Duration; give one");
    }

    @Test
    void windows_open_and_close_as_the_assignment_says() {
        Extension window = new Extension(HomeworkExtensions.COMPLETION_WINDOW);
        window.addExtension("opens-before", length(3, "h"));
        window.addExtension("closes-after", length(1, "d"));
        Assignment terms = terms(order -> order.addExtension(window));
        assertThat(terms.windows().opensBefore()).isEqualTo(Optional.of(java.time.Duration.ofHours(3)));
        assertThat(terms.windows().closesAfter()).isEqualTo(Optional.of(java.time.Period.ofDays(1)));
        assertThat(terms(order -> {}).windows().opensBefore()).isEmpty();
    }

    @Test
    void early_homework_counts_only_if_the_assignment_says_so() {
        assertThat(terms(order -> {}).windows().allowEarly()).isFalse();
        assertThat(terms(with(HomeworkExtensions.ALLOW_EARLY, new BooleanType(true)))
                        .windows()
                        .allowEarly())
                .isTrue();
    }

    @Test
    void everything_must_be_answered_unless_less_is_enough() {
        String threshold = HomeworkExtensions.COMPLETENESS_THRESHOLD;
        assertThat(terms(order -> {}).threshold()).isEqualTo(1);
        assertThat(terms(with(threshold, new DecimalType("0.8"))).threshold()).isEqualTo(0.8);
        refused(with(threshold, new DecimalType("1.01")))
                .says(threshold, "The completeness threshold is 1.01; use more than 0 and at most 1");
        refused(with(threshold, new DecimalType("0")))
                .says(threshold, "The completeness threshold is 0; use more than 0 and at most 1");
    }

    private static Segment segment(Consumer<ServiceRequest> change) {
        return terms(change).segments().get(0);
    }

    private static Refusal refused(Consumer<ServiceRequest> change) {
        return Refusal.of(() -> terms(change));
    }

    private static Assignment terms(Consumer<ServiceRequest> change) {
        ServiceRequest order = Fixture.read(TermsTest.class, "order", ServiceRequest.class);
        change.accept(order);
        return Terms.read(order, Kind.SELF_ASSESSMENT, BERLIN);
    }

    private static Consumer<ServiceRequest> bounds(Type bounds) {
        return order -> order.getOccurrenceTiming().getRepeat().setBounds(bounds);
    }

    private static Consumer<ServiceRequest> with(String extension, Type value) {
        return order -> order.addExtension(extension, value);
    }

    private static Duration length(int value, String unit) {
        Duration length = new Duration();
        length.setValue(value).setCode(unit);
        return length;
    }
}
