package org.cbthomework.plugin.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cbthomework.plugin.report.Written.counts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.cbthomework.adherence.schedule.Kind;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("domain")
class WritingWeeksTest {

    private static final List<Observation> TWO = weeks(Week.andAnother(Week.LONG_AFTER), Days.ALL);

    @Test
    void each_week_has_its_days_and_its_share_the_oldest_first() {
        assertThat(TWO)
                .extracting(Written::period)
                .containsExactly(
                        "2026-03-02T00:00:00+01:00 to 2026-03-09T00:00:00+01:00",
                        "2026-03-09T00:00:00+01:00 to 2026-03-16T00:00:00+01:00");
        assertThat(TWO)
                .extracting(Written::text)
                .containsExactly(
                        "2026-03-02 to 2026-03-08. Logged in time: 43% (3 of 7). Done: 57% (4 of 7).",
                        "2026-03-09 to 2026-03-15. Logged in time: 0% (0 of 7). Done: 0% (0 of 7).");
        assertThat(TWO)
                .allMatch(week -> week.getCode().getCodingFirstRep().getCode().equals("homework-adherence-week"));
    }

    @Test
    void a_week_has_every_part_but_those_that_look_over_its_edges() {
        assertThat(counts(TWO.get(0)))
                .containsEntry("on-time", 2)
                .containsEntry("extra", 1)
                .containsEntry("missed", 2)
                .doesNotContainKeys("streak", "missed-in-a-row", "trend");
        assertThat(TWO.get(0).getDerivedFrom()).hasSize(6);
        assertThat(TWO.get(1).hasDerivedFrom()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-08T22:59:59Z, PRELIMINARY, its last day is not over",
        "2026-03-09T10:59:59Z, PRELIMINARY, its last evening may still be late",
        "2026-03-09T11:00:00Z, FINAL, nothing of it is open while the assignment goes on",
    })
    void it_is_final_once_its_days_are_over_and_nothing_is_open(Instant asOf, ObservationStatus status, String why) {
        assertThat(weeks(Week.andAnother(asOf), Days.ALL).get(0).getStatus())
                .as(why)
                .isEqualTo(status);
    }

    @Test
    void a_week_that_has_not_begun_is_not_there() {
        assertThat(weeks(Week.andAnother(Instant.parse("2026-03-08T22:59:59Z")), Days.ALL))
                .hasSize(1);
        assertThat(weeks(Week.andAnother(Instant.parse("2026-03-08T23:00:00Z")), Days.ALL))
                .hasSize(2);
        assertThat(weeks(Week.andAnother(Instant.parse("2026-03-01T12:00:00Z")), Days.ALL))
                .isEmpty();
    }

    @Test
    void asked_about_days_each_week_is_cut_to_them() {
        Days days = new Days(Optional.of(LocalDate.of(2026, 3, 7)), Optional.of(LocalDate.of(2026, 3, 9)));

        List<Observation> cut = weeks(Week.andAnother(Week.LONG_AFTER), days);

        assertThat(cut)
                .extracting(Written::period)
                .containsExactly(
                        "2026-03-07T00:00:00+01:00 to 2026-03-09T00:00:00+01:00",
                        "2026-03-09T00:00:00+01:00 to 2026-03-10T00:00:00+01:00");
        assertThat(cut).extracting(week -> counts(week).get("occasions-due")).containsExactly(2, 1);
    }

    @Test
    void a_week_outside_the_days_asked_about_is_not_there() {
        Days second = new Days(Optional.of(LocalDate.of(2026, 3, 9)), Optional.empty());
        Days first = new Days(Optional.empty(), Optional.of(LocalDate.of(2026, 3, 8)));

        assertThat(weeks(Week.andAnother(Week.LONG_AFTER), second)).hasSize(1);
        assertThat(weeks(Week.andAnother(Week.LONG_AFTER), first)).hasSize(1);
    }

    @Test
    void hapis_validator_finds_no_error_in_one() {
        assertThat(TWO).flatExtracting(Written::errors).isEmpty();
        assertThat(weeks(Week.log("17"), Days.ALL))
                .hasSize(1)
                .flatExtracting(Written::errors)
                .isEmpty();
        assertThat(weeks(Week.untouched(Kind.PSYCHOEDUCATION, Instant.parse("2026-03-02T12:00:00Z")), Days.ALL))
                .hasSize(1)
                .flatExtracting(Written::errors)
                .isEmpty();
    }

    private static List<Observation> weeks(Measured measured, Days days) {
        return WritingObservations.weeks(measured, days);
    }
}
