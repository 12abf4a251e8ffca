package org.cbthomework.plugin.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cbthomework.plugin.report.Written.counts;
import static org.cbthomework.plugin.report.Written.errors;
import static org.cbthomework.plugin.report.Written.interval;
import static org.cbthomework.plugin.report.Written.text;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.cbthomework.adherence.schedule.Kind;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Range;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

@Tag("domain")
class WritingObservationsTest {

    private static final Instant BEFORE_IT_BEGINS = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant ON_TUESDAY = Instant.parse("2026-03-03T19:30:00Z");

    @Test
    void the_value_is_done_of_due_in_percent() {
        Observation week = write(Week.of(Kind.MODALITY_SPECIFIC, Week.LONG_AFTER));
        assertThat(week.getValueQuantity().getValue()).isEqualByComparingTo("57.1");
        assertThat(week.getValueQuantity().getCode()).isEqualTo("%");
        assertThat(week.hasDataAbsentReason()).isFalse();
    }

    @Test
    void every_part_stands_beside_it() {
        assertThat(counts(write(Week.of(Kind.SELF_ASSESSMENT, Week.LONG_AFTER))))
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("occasions-due", 7),
                        Map.entry("occasions-done", 4),
                        Map.entry("occasions-in-time", 3),
                        Map.entry("on-time", 2),
                        Map.entry("late", 1),
                        Map.entry("back-filled", 1),
                        Map.entry("partial", 1),
                        Map.entry("missed", 2),
                        Map.entry("pending", 0),
                        Map.entry("extra", 1),
                        Map.entry("excused", 0),
                        Map.entry("streak", 0),
                        Map.entry("missed-in-a-row", 3),
                        Map.entry("received-late", 0)));
    }

    @Test
    void the_intervals_have_one_decimal() {
        Observation week = write(Week.of(Kind.SELF_ASSESSMENT, Week.LONG_AFTER));
        assertThat(interval(week, "done-interval-95")).isEqualTo("25.0 to 84.2");
        assertThat(interval(week, "in-time-interval-95")).isEqualTo("15.8 to 75.0");
    }

    @Test
    void with_nothing_due_there_is_no_value_and_a_reason_why() {
        Observation early = write(Week.untouched(Kind.SELF_ASSESSMENT, BEFORE_IT_BEGINS));
        assertThat(early.hasValue()).isFalse();
        assertThat(early.getDataAbsentReason().getCodingFirstRep().getCode()).isEqualTo("temp-unknown");
        assertThat(counts(early)).containsEntry("occasions-due", 0).containsEntry("occasions-done", 0);
        assertThat(early.getComponent()).noneMatch(part -> part.getValue() instanceof Range);
        assertThat(text(early)).isEqualTo("Logged in time: nothing due yet. Done: nothing due yet.");
    }

    @Test
    void one_never_begun_is_none_of_all_and_not_absent() {
        Observation never = write(Week.untouched(Kind.MODALITY_SPECIFIC, Week.LONG_AFTER));
        assertThat(never.getValueQuantity().getValue()).isZero();
        assertThat(never.hasDerivedFrom()).isFalse();
    }

    @Test
    void of_a_diary_what_was_logged_in_time_comes_first_and_of_practice_what_was_done() {
        assertThat(text(write(Week.of(Kind.SELF_ASSESSMENT, Week.LONG_AFTER))))
                .isEqualTo("Logged in time: 43% (3 of 7). Done: 57% (4 of 7).");
        assertThat(text(write(Week.of(Kind.MODALITY_SPECIFIC, Week.LONG_AFTER))))
                .startsWith("Done: ");
        assertThat(text(write(Week.of(Kind.PSYCHOEDUCATION, Week.LONG_AFTER)))).startsWith("Done: ");
    }

    @Test
    void it_is_final_once_the_assignment_is_over_and_nothing_is_open() {
        assertThat(write(Week.of(Kind.SELF_ASSESSMENT, ON_TUESDAY)).getStatus())
                .isEqualTo(ObservationStatus.PRELIMINARY);
        assertThat(write(Week.of(Kind.SELF_ASSESSMENT, Instant.parse("2026-03-09T10:59:59Z")))
                        .getStatus())
                .isEqualTo(ObservationStatus.PRELIMINARY);
        assertThat(write(Week.of(Kind.SELF_ASSESSMENT, Instant.parse("2026-03-09T11:00:00Z")))
                        .getStatus())
                .isEqualTo(ObservationStatus.FINAL);
    }

    @Test
    void it_is_derived_from_the_answers_that_count_and_names_whose_and_what_it_is() {
        Observation week = write(Week.of(Kind.SELF_ASSESSMENT, Week.LONG_AFTER));
        assertThat(week.getDerivedFrom())
                .extracting(Reference::getReference)
                .containsExactlyInAnyOrder(
                        "QuestionnaireResponse/r1",
                        "QuestionnaireResponse/r2",
                        "QuestionnaireResponse/r3",
                        "QuestionnaireResponse/r4",
                        "QuestionnaireResponse/r5",
                        "QuestionnaireResponse/r6");
        assertThat(week.getSubject().getReference()).isEqualTo("Patient/p1");
        assertThat(week.getBasedOnFirstRep().getReference()).isEqualTo("ServiceRequest/17");
    }

    @Test
    void it_covers_the_time_from_the_start_to_the_moment_asked_about() {
        Observation tuesday = write(Week.of(Kind.SELF_ASSESSMENT, ON_TUESDAY));
        assertThat(tuesday.getEffectivePeriod().getStartElement().getValueAsString())
                .isEqualTo("2026-03-02T00:00:00+01:00");
        assertThat(tuesday.getEffectivePeriod().getEndElement().getValueAsString())
                .isEqualTo("2026-03-03T20:30:00+01:00");
        assertThat(tuesday.getIssued().toInstant()).isEqualTo(ON_TUESDAY);
    }

    @Test
    void asked_about_days_it_covers_these() {
        Days days = new Days(Optional.of(LocalDate.of(2026, 3, 3)), Optional.of(LocalDate.of(2026, 3, 4)));
        Observation two = WritingObservations.toDate(Week.of(Kind.SELF_ASSESSMENT, Week.LONG_AFTER), days);
        assertThat(two.getEffectivePeriod().getStartElement().getValueAsString())
                .isEqualTo("2026-03-03T00:00:00+01:00");
        assertThat(two.getEffectivePeriod().getEndElement().getValueAsString()).isEqualTo("2026-03-05T00:00:00+01:00");
    }

    @TestFactory
    Stream<DynamicTest> hapis_validator_finds_no_error_in_it() {
        return Stream.of(
                        Week.of(Kind.SELF_ASSESSMENT, Week.LONG_AFTER),
                        Week.of(Kind.MODALITY_SPECIFIC, ON_TUESDAY),
                        Week.untouched(Kind.SELF_ASSESSMENT, BEFORE_IT_BEGINS),
                        Week.untouched(Kind.PSYCHOEDUCATION, Week.LONG_AFTER))
                .map(WritingObservationsTest::write)
                .map(observation -> DynamicTest.dynamicTest(
                        text(observation), () -> assertThat(errors(observation)).isEmpty()));
    }

    @Test
    void the_validator_would_find_a_code_that_the_library_lacks() {
        Observation week = write(Week.of(Kind.SELF_ASSESSMENT, Week.LONG_AFTER));
        week.getComponentFirstRep().getCode().getCodingFirstRep().setCode("occasions-wished-for");
        assertThat(errors(week)).isNotEmpty();
    }

    private static Observation write(Measured measured) {
        return WritingObservations.toDate(measured, Days.ALL);
    }
}
