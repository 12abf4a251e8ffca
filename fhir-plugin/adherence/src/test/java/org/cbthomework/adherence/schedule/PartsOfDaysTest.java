package org.cbthomework.adherence.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("domain")
class PartsOfDaysTest {

    private static List<Occasion> occasions(PartOfDay... parts) {
        return new Segment(
                        new InPartsOfDays(Days.daily(), Set.of(parts)),
                        WindowRule.of(Kind.SELF_ASSESSMENT),
                        Instant.parse("2026-03-02T07:00:00Z"),
                        Instant.parse("2026-03-03T17:00:00Z"))
                .occasions(ZoneOffset.UTC, Calendar.empty(), LocalDate.of(2026, 3, 10));
    }

    @Test
    void a_part_of_the_day_is_expected_if_it_begins_in_the_segment() {
        assertThat(occasions(PartOfDay.EVENING, PartOfDay.MORNING))
                .extracting(each -> each.key().toString())
                .containsExactly("2026-03-02T17:00", "2026-03-03T06:00");
    }

    @Test
    void it_is_open_for_just_that_part_and_the_evening_to_midnight() {
        assertThat(occasions(PartOfDay.EVENING, PartOfDay.MORNING))
                .extracting(Occasion::window)
                .containsExactly(
                        window("2026-03-02T17:00:00Z", "2026-03-03T00:00:00Z", "2026-03-03T12:00:00Z"),
                        window("2026-03-03T06:00:00Z", "2026-03-03T12:00:00Z", "2026-03-04T12:00:00Z"));
    }

    private static Window window(String opens, String closes, String graceEnds) {
        return new Window(Instant.parse(opens), Instant.parse(closes), Instant.parse(graceEnds));
    }

    @Test
    void a_part_that_ends_before_it_starts_and_no_part_at_all_are_refused() {
        assertThatThrownBy(() -> new PartOfDay(LocalTime.of(9, 0), LocalTime.of(9, 0)))
                .isInstanceOf(UnusableSchedule.class)
                .hasMessageContaining("must end later than it starts");
        assertThatThrownBy(() -> new InPartsOfDays(Days.daily(), Set.of())).hasMessageContaining("name at least one");
    }

    @Test
    void a_session_ends_a_week_from_four_days_after_its_beginning_to_ten() {
        Instant begun = Instant.parse("2026-03-02T10:00:00Z");
        for (int days : List.of(4, 7, 10)) {
            Instant session = begun.plus(Duration.ofDays(days));
            assertThat(Calendar.empty().meeting(session).sessionEnding(begun)).contains(session);
        }
        assertThat(Calendar.empty()
                        .meeting(begun.plus(Duration.ofHours(95)))
                        .meeting(begun.plus(Duration.ofHours(241)))
                        .sessionEnding(begun))
                .isEmpty();
    }
}
