package org.cbthomework.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.cbthomework.adherence.Adherence;
import org.cbthomework.adherence.Outcome;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("domain")
class BenchmarkTest {

    private final History history = History.ofDailyDiary(4, MeasuringAdherence.SEED);

    @Test
    void the_history_is_as_long_as_asked_and_as_full_as_told() {
        Adherence adherence = history.assignment().measure(history.submissions(), history.asOf());
        double rows = history.submissions().size();
        double days = adherence.occasions().size();
        double duplicated = Patient.DONE * Patient.DUPLICATED;

        assertThat(days).isEqualTo(4 * 365 + 1);
        assertThat(rows / days).isCloseTo(Patient.DONE + duplicated, within(0.03));
        assertThat(history.submissions().stream().distinct().count() / rows)
                .as("half of the duplicates are the same row again")
                .isBetween(0.95, 0.99);
        assertThat(adherence.count(Outcome.LATE) / days).isCloseTo(Patient.DONE * Patient.LATE, within(0.03));
        assertThat(adherence.count(Outcome.BACK_FILLED) / days)
                .isCloseTo(Patient.DONE * Patient.BACK_FILLED, within(0.04));
        assertThat(adherence.count(Outcome.MISSED)).isPositive();
        assertThat(adherence.extras()).isNotEmpty();
        assertThat(adherence.receivedLate()).isPositive();
    }

    @Test
    void the_last_row_is_the_newest_and_fills_today() {
        Adherence adherence = history.assignment().measure(history.submissions(), history.asOf());
        List<Outcome> outcomes =
                adherence.occasions().stream().map(each -> each.outcome()).toList();

        assertThat(history.submissions()
                        .get(history.submissions().size() - 1)
                        .handIn()
                        .received())
                .isEqualTo(history.asOf());
        assertThat(outcomes.get(outcomes.size() - 1)).isEqualTo(Outcome.ON_TIME);
    }

    @Test
    void the_same_seed_makes_the_same_history() {
        assertThat(History.ofDailyDiary(4, MeasuringAdherence.SEED)).isEqualTo(history);
        assertThat(History.ofDailyDiary(4, 1)).isNotEqualTo(history);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void the_bodies_count_the_same(int years) {
        MeasuringAdherence bodies = new MeasuringAdherence();
        bodies.years = years;
        bodies.setUp();

        assertThat(bodies.measureAnew()).isEqualTo(bodies.recount());
        assertThat(bodies.measureAnew().done()).isGreaterThan(300 * years);
        assertThat(bodies.layOut()).hasSizeBetween(365 * years, 365 * years + 1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void the_two_ways_agree_whatever_the_seed(long seed) {
        History other = History.ofDailyDiary(2, seed);

        assertThat(Recount.of(other))
                .isEqualTo(Tally.of(other.assignment().measure(other.submissions(), other.asOf())));
    }

    @Test
    void the_exponent_of_a_square_is_two_and_of_a_constant_none() {
        List<Cost> costs = Stream.of(1, 2, 4, 8)
                .map(years -> new Cost("body", years, 3.0 * years * years, 0, 0, 5, 1))
                .toList();

        assertThat(Growth.exponent(costs, Cost::micros)).isCloseTo(2, within(1e-9));
        assertThat(Growth.exponent(costs, Cost::cpu)).isCloseTo(0, within(1e-9));
    }
}
