package org.cbthomework.plugin.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.hl7.fhir.r4.model.DateTimeType;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("domain")
class MomentsTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void a_day_starts_and_ends_in_the_zone_of_the_patient() {
        assertThat(Moments.start(new DateTimeType("2026-03-29"), BERLIN, "it")).isEqualTo("2026-03-28T23:00:00Z");
        assertThat(Moments.end(new DateTimeType("2026-03-29"), BERLIN, "it")).isEqualTo("2026-03-29T22:00:00Z");
    }

    @Test
    void a_time_with_an_offset_is_a_moment_whatever_the_zone() {
        Instant moment = Instant.parse("2026-03-02T18:00:00Z");
        assertThat(Moments.start(new DateTimeType("2026-03-02T20:00:00+02:00"), BERLIN, "it"))
                .isEqualTo(moment);
        assertThat(Moments.end(new DateTimeType("2026-03-02T18:00:00.000Z"), BERLIN, "it"))
                .isEqualTo(moment);
        assertThat(Moments.local(new DateTimeType("2026-03-02T18:00:00Z"), BERLIN, "it"))
                .isEqualTo(LocalDateTime.of(2026, 3, 2, 19, 0));
    }

    @Test
    void a_time_without_an_offset_is_refused() {
        DateTimeType bare = new DateTimeType("2026-03-02T20:00:00");
        String message = "it is 2026-03-02T20:00:00, which has no offset; add one, such as +01:00";
        Refusal.of(() -> Moments.start(bare, BERLIN, "it")).says("it", message);
        Refusal.of(() -> Moments.end(bare, BERLIN, "it")).says("it", message);
        Refusal.of(() -> Moments.local(bare, BERLIN, "it")).says("it", message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026", "2026-03"})
    void less_than_a_day_is_refused(String vague) {
        String message = "it is " + vague + ", which names no day; add one";
        Refusal.of(() -> Moments.start(new DateTimeType(vague), BERLIN, "it")).says("it", message);
        Refusal.of(() -> Moments.end(new DateTimeType(vague), BERLIN, "it")).says("it", message);
    }

    @Test
    void a_day_is_no_local_time() {
        Refusal.of(() -> Moments.local(new DateTimeType("2026-03-02"), BERLIN, "it"))
                .says("it", "it is 2026-03-02, which names no time of day; add one, with its offset");
    }
}
