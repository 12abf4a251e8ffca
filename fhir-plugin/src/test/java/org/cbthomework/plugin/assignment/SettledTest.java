package org.cbthomework.plugin.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.Consumer;
import org.cbthomework.plugin.Fixture;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanActivityStatus;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Duration;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.hl7.fhir.r4.model.Timing.TimingRepeatComponent;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("domain")
class SettledTest {

    /** As the first activity of the plan has it. */
    private static final CanonicalType PATHWAY = new CanonicalType("https://example.org/PlanDefinition/a");

    private static final Clock BEFORE_IT_BEGINS = at("2026-03-01T22:59:59Z");
    private static final Clock ONCE_BEGUN = at("2026-03-01T23:00:00Z");

    @Test
    void patient_worksheet_and_zone_can_never_change() {
        refused(BEFORE_IT_BEGINS, order -> order.getSubject().setReference("Patient/p2"))
                .says("ServiceRequest.subject", message("patient"));
        refused(
                        BEFORE_IT_BEGINS,
                        order -> order.getExtensionByUrl(HomeworkExtensions.WORKSHEET)
                                .setValue(new CanonicalType("https://example.org/Questionnaire/a|1")))
                .says(HomeworkExtensions.WORKSHEET, message("worksheet"));
        refused(
                        BEFORE_IT_BEGINS,
                        order -> order.getExtensionByUrl(HomeworkExtensions.TIMEZONE)
                                .setValue(new CodeType("Europe/London")))
                .says(HomeworkExtensions.TIMEZONE, message("time zone"));
    }

    @Test
    void the_schedule_can_change_until_it_has_begun() {
        Consumer<ServiceRequest> later = order -> repeat(order).addTimeOfDay("21:00:00");
        accepted(BEFORE_IT_BEGINS, later);
        refused(ONCE_BEGUN, later).says("ServiceRequest.occurrence", message("schedule, once it has begun,"));
    }

    @Test
    void the_start_can_change_until_it_has_begun() {
        Consumer<ServiceRequest> later =
                order -> repeat(order).getBoundsPeriod().setStartElement(new DateTimeType("2026-03-04"));
        accepted(BEFORE_IT_BEGINS, later);
        refused(ONCE_BEGUN, later).says("ServiceRequest.occurrence", message("schedule, once it has begun,"));
    }

    @Test
    void the_end_may_move() {
        accepted(ONCE_BEGUN, order -> repeat(order).getBoundsPeriod().setEndElement(new DateTimeType("2026-03-20")));
        accepted(ONCE_BEGUN, order -> repeat(order).getBoundsPeriod().setEnd(null));
    }

    @Test
    void an_end_given_as_a_length_may_move_too() {
        ServiceRequest before = order();
        repeat(before).setBounds(new Duration().setValue(1).setCode("wk"));
        ServiceRequest now = before.copy();
        repeat(now).setBounds(new Duration().setValue(2).setCode("wk"));
        assertThatCode(() -> Settled.refuseOtherHistory(before, now, ONCE_BEGUN))
                .doesNotThrowAnyException();
    }

    @Test
    void an_end_may_be_given_to_what_had_none_and_taken_away() {
        ServiceRequest endless = order();
        repeat(endless).setBounds(null);
        ServiceRequest ending = order();
        repeat(ending).getBoundsPeriod().setStart(null);
        assertThatCode(() -> Settled.refuseOtherHistory(endless, ending, ONCE_BEGUN))
                .doesNotThrowAnyException();
        assertThatCode(() -> Settled.refuseOtherHistory(ending, endless, ONCE_BEGUN))
                .doesNotThrowAnyException();
    }

    @Test
    void what_a_client_leaves_out_is_carried_over() {
        ServiceRequest now = order();
        now.getExtension().removeIf(extension -> HomeworkExtensions.TIMEZONE.equals(extension.getUrl()));
        Settled.carry(order(), now);
        assertThat(Zones.of(now).getId()).isEqualTo("Europe/Berlin");
    }

    @Test
    void what_a_client_says_is_not_overwritten_but_refused_later() {
        ServiceRequest now = order();
        now.getExtensionByUrl(HomeworkExtensions.TIMEZONE).setValue(new CodeType("Europe/London"));
        Settled.carry(order(), now);
        assertThat(Zones.of(now).getId()).isEqualTo("Europe/London");
    }

    @Test
    void the_end_of_what_is_over_is_written_down_once() {
        ServiceRequest over = order().setStatus(ServiceRequestStatus.REVOKED);
        Settled.end(over, true, at("2026-03-05T09:00:00Z"));
        Settled.end(over, true, at("2026-03-06T09:00:00Z"));
        assertThat(ended(over)).isEqualTo("2026-03-05T09:00:00Z");

        ServiceRequest again = order().setStatus(ServiceRequestStatus.REVOKED);
        Settled.carry(over, again);
        Settled.end(again, true, at("2026-03-07T09:00:00Z"));
        assertThat(ended(again)).isEqualTo("2026-03-05T09:00:00Z");
    }

    @Test
    void an_order_taken_up_again_has_no_end() {
        ServiceRequest over = order().setStatus(ServiceRequestStatus.REVOKED);
        Settled.end(over, true, at("2026-03-05T09:00:00Z"));
        ServiceRequest active = order();
        Settled.carry(over, active);
        Settled.end(active, false, at("2026-03-06T09:00:00Z"));
        assertThat(active.getExtensionByUrl(HomeworkExtensions.ENDED)).isNull();
    }

    @Test
    void in_a_plan_each_activity_keeps_its_own_end() {
        CarePlan before = Fixture.read(SettledTest.class, "plan", CarePlan.class);
        Settled.end(before.getActivity().get(0).getDetail(), true, at("2026-03-05T09:00:00Z"));
        CarePlan now = Fixture.read(SettledTest.class, "plan", CarePlan.class);
        now.getExtension().clear();
        now.getActivity().forEach(each -> each.getDetail().setStatus(CarePlanActivityStatus.STOPPED));
        Settled.carry(before, now);

        assertThat(Zones.of(now).getId()).isEqualTo("Europe/Berlin");
        assertThat(now.getActivity().get(0).getDetail().getExtensionByUrl(HomeworkExtensions.ENDED))
                .isNotNull();
        assertThat(now.getActivity().get(1).getDetail().getExtensionByUrl(HomeworkExtensions.ENDED))
                .isNull();
    }

    @Test
    void activities_of_one_pathway_are_told_apart_by_their_worksheet() {
        CarePlan before = Fixture.read(SettledTest.class, "plan", CarePlan.class);
        before.getActivity().get(1).getDetail().getInstantiatesCanonical().add(0, PATHWAY);
        CarePlan now = before.copy();
        now.getActivity().forEach(each -> each.getDetail().setStatus(CarePlanActivityStatus.STOPPED));
        Settled.end(before.getActivity().get(0).getDetail(), true, at("2026-03-05T09:00:00Z"));
        Settled.carry(before, now);

        assertThat(now.getActivity().get(1).getDetail().getExtensionByUrl(HomeworkExtensions.ENDED))
                .isNull();
    }

    private static void accepted(Clock clock, Consumer<ServiceRequest> change) {
        ServiceRequest now = order();
        change.accept(now);
        assertThatCode(() -> Settled.refuseOtherHistory(order(), now, clock)).doesNotThrowAnyException();
    }

    private static Refusal refused(Clock clock, Consumer<ServiceRequest> change) {
        ServiceRequest now = order();
        change.accept(now);
        return Refusal.of(() -> Settled.refuseOtherHistory(order(), now, clock));
    }

    private static Instant ended(ServiceRequest order) {
        return HomeworkExtensions.value(order, HomeworkExtensions.ENDED, DateTimeType.class)
                .orElseThrow()
                .getValue()
                .toInstant();
    }

    private static TimingRepeatComponent repeat(ServiceRequest order) {
        return order.getOccurrenceTiming().getRepeat();
    }

    private static ServiceRequest order() {
        return Fixture.read(SettledTest.class, "order", ServiceRequest.class);
    }

    private static String message(String what) {
        return "The " + what + " of an assignment cannot be changed; end this one, and assign the new one beside it";
    }

    private static Clock at(String moment) {
        return Clock.fixed(Instant.parse(moment), ZoneOffset.UTC);
    }
}
