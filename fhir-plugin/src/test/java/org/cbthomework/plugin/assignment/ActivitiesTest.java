package org.cbthomework.plugin.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cbthomework.adherence.schedule.Grace;
import org.cbthomework.adherence.schedule.Kind;
import org.cbthomework.adherence.schedule.Segment;
import org.cbthomework.plugin.Fixture;
import org.cbthomework.plugin.refusal.Problem;
import org.cbthomework.plugin.refusal.Refused;
import org.cbthomework.plugin.worksheet.Canonical;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanActivityDetailComponent;
import org.hl7.fhir.r4.model.CarePlan.CarePlanActivityStatus;
import org.hl7.fhir.r4.model.CarePlan.CarePlanStatus;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Duration;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("domain")
class ActivitiesTest {

    private final CarePlan plan = Fixture.read(ActivitiesTest.class, "plan", CarePlan.class);

    @Test
    void each_activity_that_schedules_a_questionnaire_is_an_order() {
        assertThat(Activities.anyIn(plan)).isTrue();
        assertThat(Activities.orders(plan))
                .extracting(Orders::worksheet)
                .extracting(Canonical::url)
                .containsExactly(
                        "https://w3id.org/cbt-homework/fhir/Questionnaire/daily-anxiety-reflection",
                        "https://w3id.org/cbt-homework/fhir/Questionnaire/breathing-space");
    }

    @Test
    void other_plans_hold_no_homework() {
        plan.getActivity().remove(0);
        plan.getActivity().remove(0);
        assertThat(Activities.anyIn(plan)).isFalse();
        assertThat(Activities.orders(plan)).isEmpty();
    }

    @Test
    void the_order_is_for_the_patient_of_the_plan_and_belongs_to_it() {
        ServiceRequest order = Activities.orders(plan).get(0);
        assertThat(order.getSubject().getReference()).isEqualTo("Patient/p1");
        assertThat(Orders.carePlan(order)).contains("CarePlan/12");
        assertThat(Zones.of(order).getId()).isEqualTo("Europe/Berlin");
    }

    @Test
    void it_starts_and_ends_with_the_plan() {
        Segment segment = segment(Activities.orders(plan).get(0));
        assertThat(segment.startInclusive()).isEqualTo("2026-03-01T23:00:00Z");
        assertThat(segment.endExclusive()).isEqualTo("2026-03-08T23:00:00Z");
    }

    @Test
    void an_end_of_its_own_outweighs_that_of_the_plan() {
        first().getScheduledTiming().getRepeat().setBounds(new Period().setEndElement(new DateTimeType("2026-03-04")));
        assertThat(segment(Activities.orders(plan).get(0)).endExclusive()).isEqualTo("2026-03-04T23:00:00Z");

        first().getScheduledTiming()
                .getRepeat()
                .setBounds(new Duration().setValue(1).setCode("wk"));
        assertThat(segment(Activities.orders(plan).get(0)).endExclusive()).isEqualTo("2026-03-08T23:00:00Z");
    }

    @Test
    void a_start_of_its_own_still_ends_with_the_plan() {
        first().getScheduledTiming()
                .getRepeat()
                .setBounds(new Period().setStartElement(new DateTimeType("2026-03-04")));
        assertThat(segment(Activities.orders(plan).get(0)).startInclusive()).isEqualTo("2026-03-03T23:00:00Z");
        assertThat(segment(Activities.orders(plan).get(0)).endExclusive()).isEqualTo("2026-03-08T23:00:00Z");
    }

    @Test
    void reading_a_plan_does_not_change_it() {
        CarePlan before = plan.copy();
        Activities.orders(plan);
        assertThat(plan.equalsDeep(before)).isTrue();
    }

    @Test
    void windows_are_for_each_activity_to_say_and_of_the_plan_only_the_zone_counts() {
        List<ServiceRequest> orders = Activities.orders(plan);
        assertThat(grace(orders.get(0))).isEqualTo(new Grace.Lasting(java.time.Duration.ofHours(6)));
        assertThat(grace(orders.get(1))).isEqualTo(new Grace.UntilNextNoon());
    }

    @Test
    void the_activity_that_is_marked_is_the_focal_one() {
        Activities.of(plan).get(0).addExtension(HomeworkExtensions.FOCAL, new BooleanType(true));

        assertThat(Activities.orders(plan)).extracting(Orders::isFocal).startsWith(true);
        assertThat(Activities.orders(plan.copy())).filteredOn(Orders::isFocal).hasSize(1);
    }

    @Test
    void two_activities_with_the_same_questionnaire_are_refused() {
        plan.addActivity(plan.getActivityFirstRep().copy());
        Refusal.of(() -> Activities.orders(plan))
                .says(
                        "CarePlan.activity.detail.instantiatesCanonical",
                        "Two activities schedule"
                                + " https://w3id.org/cbt-homework/fhir/Questionnaire/daily-anxiety-reflection;"
                                + " join them in one, or write each as a ServiceRequest of its own");
    }

    @ParameterizedTest
    @CsvSource({
        "ACTIVE, SCHEDULED, ACTIVE", "ACTIVE, COMPLETED, REVOKED", "ACTIVE, STOPPED, REVOKED",
        "ACTIVE, CANCELLED, REVOKED", "ACTIVE, ONHOLD, ONHOLD", "ACTIVE, ENTEREDINERROR, ENTEREDINERROR",
        "REVOKED, SCHEDULED, REVOKED", "COMPLETED, SCHEDULED, REVOKED", "DRAFT, SCHEDULED, DRAFT",
        "ONHOLD, SCHEDULED, ONHOLD", "ENTEREDINERROR, SCHEDULED, ENTEREDINERROR",
    })
    void the_order_stands_as_plan_and_activity_stand(
            CarePlanStatus ofPlan, CarePlanActivityStatus ofActivity, ServiceRequestStatus ofOrder) {
        plan.setStatus(ofPlan);
        first().setStatus(ofActivity);
        assertThat(Activities.orders(plan).get(0).getStatus()).isEqualTo(ofOrder);
    }

    @Test
    void a_refusal_names_places_as_the_author_of_the_plan_knows_them() {
        Refused inThePlan = Activities.asInThePlan(new Refused(List.of(
                new Problem(
                        "ServiceRequest.occurrence.repeat.when",
                        "ServiceRequest.occurrence.repeat.when is not followed; use timeOfDay"),
                new Problem(
                        "ServiceRequest.occurrence.repeat.bounds",
                        "The assignment has no start; give boundsPeriod.start, or authoredOn"))));
        assertThat(inThePlan.problems())
                .containsExactly(
                        new Problem(
                                "CarePlan.activity.detail.scheduled.repeat.when",
                                "CarePlan.activity.detail.scheduled.repeat.when is not followed; use timeOfDay"),
                        new Problem(
                                "CarePlan.activity.detail.scheduled.repeat.bounds",
                                "The assignment has no start; give boundsPeriod.start, or CarePlan.period.start"));
    }

    @Test
    void versions_of_a_plan_are_joined_by_worksheet() {
        CarePlan now = plan.copy();
        now.getActivity().remove(0);
        assertThat(Activities.inBoth(plan, now))
                .extracting(both -> Orders.worksheet(both.before()).url())
                .containsExactly("https://w3id.org/cbt-homework/fhir/Questionnaire/breathing-space");
    }

    private CarePlanActivityDetailComponent first() {
        return plan.getActivityFirstRep().getDetail();
    }

    private static Segment segment(ServiceRequest order) {
        return Terms.read(order, Kind.SELF_ASSESSMENT, Zones.of(order))
                .segments()
                .get(0);
    }

    private static Grace grace(ServiceRequest order) {
        return Terms.read(order, Kind.SELF_ASSESSMENT, Zones.of(order))
                .segments()
                .get(0)
                .windows()
                .grace();
    }
}
