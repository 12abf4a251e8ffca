package org.cbthomework.plugin.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cbthomework.plugin.report.Written.counts;
import static org.cbthomework.plugin.report.Written.part;

import java.time.Instant;
import java.util.List;
import org.cbthomework.adherence.schedule.Kind;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("domain")
class ReportTest {

    private static final BooleanType YES = new BooleanType(true);
    private static final Question PLAIN = new Question(null, null, null, null, null, null);
    private static final Question WEEKS = new Question(null, null, null, null, YES, null);
    private static final Question AGGREGATE = new Question(null, null, null, null, null, YES);

    @Test
    void the_focal_assignment_comes_first_and_the_others_keep_their_order() {
        assertThat(observations(
                        Report.of(List.of(Week.in("a", false), Week.in("b", false), Week.in("c", true)), PLAIN)))
                .extracting(each -> each.getBasedOnFirstRep().getReference())
                .containsExactly("ServiceRequest/c", "ServiceRequest/a", "ServiceRequest/b");
    }

    @Test
    void an_assignment_names_its_weeks_as_its_members() {
        Bundle report = Report.of(List.of(Week.andAnother(Week.LONG_AFTER)), WEEKS);

        assertThat(observations(report)).hasSize(3);
        assertThat(members(report, 0)).containsExactlyElementsOf(names(report).subList(1, 3));
        assertThat(names(report)).doesNotHaveDuplicates();
        assertThat(Written.errors(observations(report).get(0))).isEmpty();
    }

    @Test
    void unasked_there_are_no_weeks_and_no_members() {
        Bundle report = Report.of(List.of(Week.andAnother(Week.LONG_AFTER)), PLAIN);

        assertThat(observations(report)).hasSize(1);
        assertThat(observations(report).get(0).hasHasMember()).isFalse();
    }

    @Test
    void the_aggregate_pools_the_assignments_that_have_a_number_agreed() {
        Bundle report = Report.of(List.of(Week.in("a", false), Week.log("b"), Week.in("c", false)), AGGREGATE);
        Observation aggregate = observations(report).get(3);

        assertThat(aggregate.getCode().getCodingFirstRep().getCode()).isEqualTo("homework-adherence-aggregate");
        assertThat(aggregate.getValueQuantity().getValue()).isEqualByComparingTo("57.1");
        assertThat(counts(aggregate))
                .containsEntry("occasions-due", 14)
                .containsEntry("occasions-done", 8)
                .containsEntry("not-reportable", 0);
        assertThat(part(aggregate, "median").getValueQuantity().getValue()).isEqualByComparingTo("57.1");
        assertThat(members(report, 3))
                .containsExactly(names(report).get(0), names(report).get(2));
        assertThat(aggregate.getStatus()).isEqualTo(ObservationStatus.FINAL);
        assertThat(Written.period(aggregate)).isEqualTo("2026-03-02T00:00:00+01:00 to 2026-03-09T00:00:00+01:00");
        assertThat(Written.text(aggregate))
                .isEqualTo("For computing only: done of all assignments together 57% (8 of 14)."
                        + " A care plan is shown assignment by assignment.");
        assertThat(Written.errors(aggregate)).isEmpty();
    }

    @Test
    void with_too_little_to_report_the_median_is_absent_and_says_why() {
        Instant beforeItBegins = Instant.parse("2026-03-01T12:00:00Z");
        Bundle report = Report.of(List.of(Week.untouched(Kind.SELF_ASSESSMENT, beforeItBegins)), AGGREGATE);
        Observation aggregate = observations(report).get(1);

        assertThat(aggregate.hasValue()).isFalse();
        assertThat(aggregate.getDataAbsentReason().getCodingFirstRep().getCode())
                .isEqualTo("temp-unknown");
        assertThat(part(aggregate, "median").hasValue()).isFalse();
        assertThat(part(aggregate, "median")
                        .getDataAbsentReason()
                        .getCodingFirstRep()
                        .getCode())
                .isEqualTo("temp-unknown");
        assertThat(counts(aggregate)).containsEntry("not-reportable", 1);
        assertThat(aggregate.getStatus()).isEqualTo(ObservationStatus.PRELIMINARY);
        assertThat(Written.errors(aggregate)).isEmpty();
    }

    @Test
    void where_no_number_was_ever_agreed_there_is_nothing_to_pool() {
        assertThat(observations(Report.of(List.of(Week.log("a")), AGGREGATE))).hasSize(1);
        assertThat(observations(Report.of(List.of(), AGGREGATE))).isEmpty();
    }

    private static List<Observation> observations(Bundle report) {
        return report.getEntry().stream()
                .map(entry -> (Observation) entry.getResource())
                .toList();
    }

    private static List<String> names(Bundle report) {
        return report.getEntry().stream().map(BundleEntryComponent::getFullUrl).toList();
    }

    private static List<String> members(Bundle report, int entry) {
        return observations(report).get(entry).getHasMember().stream()
                .map(Reference::getReference)
                .toList();
    }
}
