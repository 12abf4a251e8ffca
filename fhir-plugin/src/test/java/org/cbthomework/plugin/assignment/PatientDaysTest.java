package org.cbthomework.plugin.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.cbthomework.adherence.Agreement;
import org.cbthomework.adherence.Assignment;
import org.cbthomework.adherence.schedule.AtTimes;
import org.cbthomework.adherence.schedule.Calendar;
import org.cbthomework.adherence.schedule.Days;
import org.cbthomework.adherence.schedule.Kind;
import org.cbthomework.adherence.schedule.Occasion;
import org.cbthomework.adherence.schedule.Segment;
import org.cbthomework.adherence.schedule.Stretch;
import org.cbthomework.adherence.schedule.WindowRule;
import org.cbthomework.plugin.ledger.AssignmentKey;
import org.cbthomework.plugin.ledger.CalendarRow;
import org.cbthomework.plugin.worksheet.Canonical;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("domain")
class PatientDaysTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final AssignmentKey KEY = AssignmentKey.ofServiceRequest("17");

    /** A diary of seven evenings, as part of a plan. */
    private static final Assigned DIARY = new Assigned(
            KEY,
            List.of(KEY),
            "Patient/p1",
            Optional.of("CarePlan/12"),
            Canonical.parse("https://example.org/Questionnaire/a|1"),
            new Assignment(
                    BERLIN,
                    List.of(Segment.from(
                                    MONDAY.atStartOfDay(BERLIN).toInstant(),
                                    AtTimes.of(Days.daily(), LocalTime.of(20, 0)),
                                    WindowRule.of(Kind.SELF_ASSESSMENT))
                            .endingBy(MONDAY.plusDays(7).atStartOfDay(BERLIN).toInstant())),
                    Calendar.empty(),
                    new Agreement.NotAsked(),
                    1),
            false);

    private static CalendarRow row(String scope, CalendarRow.Kind kind, String starts, String ends) {
        return new CalendarRow(
                "Any/1", "Patient/p1", scope, kind, starts, Optional.of(ends).filter(each -> !each.isEmpty()));
    }

    private static List<Integer> expected(List<Stretch> outages, CalendarRow... known) {
        return PatientDays.in(List.of(known), outages, DIARY).terms().occasions(MONDAY.plusDays(30)).stream()
                .filter(occasion -> !occasion.excused())
                .map(Occasion::day)
                .map(LocalDate::getDayOfMonth)
                .toList();
    }

    @Test
    void leave_counts_for_what_it_was_agreed_for() {
        CalendarRow.Kind leave = CalendarRow.Kind.LEAVE;
        assertThat(expected(List.of(), row("CarePlan/12", leave, "2026-03-03", "2026-03-07")))
                .containsExactly(2, 8);
        assertThat(expected(List.of(), row("ServiceRequest/17", leave, "2026-03-03", "2026-03-07")))
                .containsExactly(2, 8);
        assertThat(expected(List.of(), row("CarePlan/13", leave, "2026-03-03", "2026-03-07")))
                .hasSize(7);
        assertThat(expected(List.of(), row("CarePlan/12", leave, "2026-03-03", "")))
                .containsExactly(2);
    }

    @Test
    void an_outage_excuses_what_fell_into_it() {
        Stretch night = new Stretch(Instant.parse("2026-03-05T18:30:00Z"), Instant.parse("2026-03-06T03:00:00Z"));
        assertThat(expected(List.of(night))).containsExactly(2, 3, 4, 6, 7, 8);
    }

    @Test
    void after_a_death_nothing_is_expected_nor_excused() {
        CalendarRow death = row("Patient/p1", CalendarRow.Kind.DEATH, "2026-03-05T10:00:00+01:00", "");
        assertThat(PatientDays.in(List.of(death), List.of(), DIARY).terms().occasions(MONDAY.plusDays(30)))
                .extracting(occasion -> occasion.day().getDayOfMonth())
                .containsExactly(2, 3, 4);
    }
}
