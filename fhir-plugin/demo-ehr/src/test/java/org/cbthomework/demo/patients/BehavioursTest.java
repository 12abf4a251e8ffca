package org.cbthomework.demo.patients;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.cbthomework.demo.harness.EhrOnH2;
import org.cbthomework.demo.harness.FhirHttp;
import org.cbthomework.demo.harness.FhirHttp.Reply;
import org.cbthomework.demo.harness.SettableClock;
import org.cbthomework.demo.homework.Counts;
import org.hl7.fhir.r4.model.Bundle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** What each demo patient is there to show, as the server tells it. */
@EhrOnH2
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BehavioursTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    @Autowired
    FhirHttp ehr;

    @Autowired
    LoadingPatients loading;

    @Autowired
    SettableClock clock;

    @BeforeAll
    void load() {
        clock.setTo(NOW);
        assertThat(loading.load(true, () -> true).patients())
                .isEqualTo(Cohort.patients().size());
    }

    @AfterAll
    void letTimeGoOn() {
        clock.followTheSystem();
    }

    @Test
    void the_steady_one_does_nearly_all_in_time() {
        Counts counts = only("Steady", "");

        assertThat(counts.of("occasions-due")).isEqualTo(84);
        assertThat(counts.of("on-time")).isGreaterThan(75);
        assertThat(counts.of("occasions-done")).isEqualTo(counts.of("on-time"));
    }

    @Test
    void the_decaying_one_does_less_and_less() {
        assertThat(only("Decaying", days("Decaying", 0, 20)).of("occasions-done"))
                .isGreaterThan(14);
        assertThat(only("Decaying", days("Decaying", 60, 83)).of("occasions-done"))
                .isLessThan(8);
    }

    @Test
    void the_one_who_drops_out_does_nothing_from_day_21_on() {
        assertThat(only("Dropout", days("Dropout", 0, 20)).of("occasions-done")).isGreaterThan(14);
        assertThat(only("Dropout", days("Dropout", 21, 83)).done()).isEqualTo("0 of 63");
    }

    @Test
    void the_one_who_writes_on_sundays_does_nearly_all_and_in_time_little() {
        Counts counts = only("Sunday", "");

        assertThat(counts.of("occasions-done")).isGreaterThan(75);
        assertThat(counts.of("occasions-in-time")).isBetween(10, 13);
        assertThat(counts.of("back-filled")).isEqualTo(counts.of("occasions-done") - counts.of("occasions-in-time"));
        assertThat(counts.of("extra")).isZero();
    }

    @Test
    void the_one_who_never_starts_has_a_denominator() {
        assertThat(only("Never", "").done()).isEqualTo("0 of 86");
    }

    @Test
    void the_paused_one_is_excused_for_two_weeks() {
        Counts counts = only("Paused", "");

        assertThat(counts.of("excused")).isEqualTo(14);
        assertThat(counts.of("occasions-due")).isEqualTo(84 - 14);
        assertThat(counts.of("extra")).isZero();
    }

    @Test
    void a_changed_dose_is_one_assignment_of_two_schedules() {
        String full = days("Dose", 0, 41);
        String smaller = days("Dose", 42, 83);

        assertThat(only("Dose", full).of("occasions-due")).isEqualTo(42);
        assertThat(only("Dose", smaller).of("occasions-due")).isEqualTo(12);
        assertThat(share(only("Dose", smaller))).isGreaterThan(share(only("Dose", full)));
        assertThat(only("Dose", "").of("extra")).isZero();
    }

    @Test
    void the_late_one_is_in_time_and_never_on_time() {
        Counts counts = only("Late", "");

        assertThat(counts.of("on-time")).isZero();
        assertThat(counts.of("late")).isGreaterThan(70).isEqualTo(counts.of("occasions-in-time"));
        assertThat(counts.of("back-filled")).isZero();
    }

    @Test
    void the_traveller_is_on_time_by_the_clock_on_the_wall() {
        Counts away = only("Traveller", days("Traveller", 35, 48));

        assertThat(away.of("occasions-due")).isEqualTo(14);
        assertThat(away.of("on-time")).isGreaterThan(11).isEqualTo(away.of("occasions-done"));
        assertThat(ehr.get("/QuestionnaireResponse?patient=demo-traveller&_count=200")
                        .body())
                .contains("-04:00\"")
                .contains("+02:00\"");
    }

    @Test
    void a_log_of_urges_has_entries_and_monitored_days_and_no_percentage() {
        Counts counts = only("Urges", "");

        assertThat(counts.of("entries")).isGreaterThan(40);
        assertThat(counts.of("monitored-days")).isBetween(60, counts.of("days-asked") - 1);
        assertThat(counts.observation().hasValue()).isFalse();
    }

    @Test
    void a_quota_counts_three_a_week_between_sessions() {
        Counts counts = only("Quota", "");

        assertThat(counts.of("occasions-due")).isEqualTo(36);
        assertThat(counts.of("occasions-done")).isBetween(24, 36);
        assertThat(counts.observation().getText().getDivAsString()).contains(" of 3");
    }

    @Test
    void measures_are_taken_on_six_mornings_two_weeks_apart() {
        assertThat(told("Measures", "")).extracting(Counts::done).containsExactly("6 of 6", "6 of 6");
    }

    @Test
    void one_with_several_assignments_is_told_each_by_itself() {
        assertThat(told("Several", "")).hasSize(3).extracting(Counts::done).doesNotHaveDuplicates();
    }

    @Test
    void a_new_one_has_too_few_occasions_for_a_percentage_and_none_of_what_is_only_suggested() {
        List<Counts> told = told("New", "");

        assertThat(told)
                .extracting(each -> each.of("occasions-due"))
                .satisfiesExactlyInAnyOrder(
                        agreed -> assertThat(agreed).isBetween(1, 4),
                        suggested -> assertThat(suggested).isZero());
        assertThat(told)
                .allSatisfy(each -> assertThat(each.observation().getText().getDivAsString())
                        .doesNotContain("%"));
    }

    private static double share(Counts counts) {
        return (double) counts.of("occasions-done") / counts.of("occasions-due");
    }

    /** The part of the question that asks about days of the patient's course, both inclusive. */
    private static String days(String name, int first, int last) {
        LocalDate start = CohortTest.patient(name).course(NOW).firstDay();
        return "?start=" + start.plusDays(first) + "&end=" + start.plusDays(last);
    }

    private Counts only(String name, String question) {
        List<Counts> told = told(name, question);
        assertThat(told).hasSize(1);
        return told.get(0);
    }

    private List<Counts> told(String name, String question) {
        String id = CohortTest.patient(name).id();
        Reply reply = ehr.get("/Patient/" + id + "/$homework-adherence" + question);
        return Counts.all(reply.as(Bundle.class));
    }
}
