package org.cbthomework.plugin.worksheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Our own check refuses what HAPI's validator refuses, and nothing else, but where a {@link Difference} says why. */
@Tag("domain")
class AgreementTest {

    private static final int SEEDS = 8;

    private static final List<Verdicts> ON_MUTANTS = Verdicts.on(Mutants.atRandom(SEEDS));

    @ParameterizedTest
    @EnumSource
    void the_validator_says_the_same_of_a_response_changed_at_random(Mutation mutation) {
        assertThat(ON_MUTANTS)
                .filteredOn(each -> each.name().startsWith(mutation + " "))
                .filteredOn(each -> !each.agree())
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void every_difference_is_still_met_by_something(Difference difference) {
        assertThat(ON_MUTANTS.stream().anyMatch(each -> each.meets(difference)))
                .as("a difference that nothing meets hides mistakes: remove it")
                .isTrue();
    }

    @Test
    void the_changes_are_many_and_make_right_and_wrong_responses() {
        assertThat(ON_MUTANTS.size()).isGreaterThan(500);
        assertThat(ON_MUTANTS.stream().filter(each -> each.ours().isEmpty()).count())
                .isBetween(100L, ON_MUTANTS.size() - 300L);
    }

    @Test
    void the_validator_says_the_same_with_each_item_left_out_and_each_open_question_answered() {
        assertThat(Verdicts.on(Mutants.oneByOne()))
                .filteredOn(each -> !each.agree())
                .isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> the_validator_says_the_same_of_the_examples() {
        return Stream.of("examples", "incomplete", "wrong", "server-must-refuse")
                .flatMap(folder -> Shelf.responses(folder).stream())
                .map(each -> DynamicTest.dynamicTest(
                        each.name(),
                        () -> assertThat(Verdicts.on(each.name(), each.response()))
                                .matches(Verdicts::agree)));
    }

    @TestFactory
    Stream<DynamicTest> what_was_handed_in_incomplete_is_no_problem() {
        return Stream.of("examples", "incomplete")
                .flatMap(folder -> Shelf.responses(folder).stream())
                .map(each -> DynamicTest.dynamicTest(
                        each.name(),
                        () -> assertThat(Shelf.worksheet(each.response()).problems(each.response()))
                                .isEmpty()));
    }
}
