package org.cbthomework.plugin.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Period;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("domain")
class SpanTest {

    private static Span span(String start, String end) {
        Period period = new Period();
        period.setStartElement(new DateTimeType(start));
        period.setEndElement(new DateTimeType(end));
        return Span.of(period);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02, 2026-03-01T23:59:59Z, 2026-03-02T00:00:00Z",
        "2026-03, 2026-02-28T23:59:59Z, 2026-03-01T00:00:00Z",
        "2026, 2025-12-31T23:59:59Z, 2026-01-01T00:00:00Z",
        "2026-03-02T10:00:00+01:00, 2026-03-02T08:59:59Z, 2026-03-02T09:00:00Z"
    })
    void it_counts_from_its_start(String start, Instant before, Instant from) {
        assertThat(span(start, "2030").includes(before)).isFalse();
        assertThat(span(start, "2030").includes(from)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02, 2026-03-02T23:59:59Z, 2026-03-03T00:00:00Z",
        "2026-02, 2026-02-28T23:59:59Z, 2026-03-01T00:00:00Z",
        "2026, 2026-12-31T23:59:59Z, 2027-01-01T00:00:00Z",
        "2026-03-02T10:00:00+01:00, 2026-03-02T08:59:59Z, 2026-03-02T09:00:00Z"
    })
    void a_day_a_month_and_a_year_are_within_to_their_end(String end, Instant last, Instant after) {
        assertThat(span("2020", end).includes(last)).isTrue();
        assertThat(span("2020", end).includes(after)).isFalse();
        assertThat(span("2020", end).isOver(after)).isTrue();
    }

    @Test
    void without_a_period_it_always_counts_until_it_is_ended() {
        Instant moment = Instant.parse("2026-03-02T00:00:00Z");
        assertThat(Span.of(null).includes(moment)).isTrue();
        assertThat(Span.of(new Period()).includes(moment)).isTrue();
        assertThat(Span.of(null).ended().includes(moment)).isFalse();
        assertThat(Span.of(null).within(span("2027", "2028")).includes(moment)).isFalse();
    }
}
