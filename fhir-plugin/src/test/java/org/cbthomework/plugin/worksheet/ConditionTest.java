package org.cbthomework.plugin.worksheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Questionnaire.EnableWhenBehavior;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemOperator;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.TimeType;
import org.hl7.fhir.r4.model.Type;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("domain")
class ConditionTest {

    @ParameterizedTest
    @CsvSource({
        "=, 5, true", "=, 4, false", "!=, 5, false", "!=, 4, true", ">, 5, false", ">, 6, true",
        "<, 5, false", "<, 4, true", ">=, 5, true", ">=, 4, false", "<=, 5, true", "<=, 6, false",
    })
    void a_number_is_compared_as_the_operator_says(String operator, int given, boolean shown) {
        assertThat(shown(operator, new IntegerType(5), new IntegerType(given))).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"=", "!=", ">", "<", ">=", "<="})
    void without_an_answer_no_comparison_holds(String operator) {
        assertThat(shown(operator, new IntegerType(5))).isFalse();
        assertThat(shown(operator, new StringType("x"), new StringType("  "))).isFalse();
    }

    @Test
    void exists_asks_whether_there_is_an_answer_and_0_is_one() {
        assertThat(shown("exists", new BooleanType(true), new IntegerType(0))).isTrue();
        assertThat(shown("exists", new BooleanType(true))).isFalse();
        assertThat(shown("exists", new BooleanType(true), new StringType(" "))).isFalse();
        assertThat(shown("exists", new BooleanType(false), new IntegerType(0))).isFalse();
        assertThat(shown("exists", new BooleanType(false))).isTrue();
    }

    @Test
    void one_of_several_answers_is_enough_and_for_unequal_none_may_be_equal() {
        assertThat(shown("=", new IntegerType(1), new IntegerType(3), new IntegerType(1)))
                .isTrue();
        assertThat(shown("!=", new IntegerType(1), new IntegerType(3), new IntegerType(1)))
                .isFalse();
        assertThat(shown(">", new IntegerType(2), new IntegerType(1), new IntegerType(3)))
                .isTrue();
    }

    @Test
    void other_types_are_compared_by_what_they_mean() {
        assertThat(shown("=", new DecimalType("1.0"), new DecimalType("1.00"))).isTrue();
        assertThat(shown(">", new DateType("2026-06-01"), new DateType("2026-06-02")))
                .isTrue();
        assertThat(shown("=", new DateTimeType("2026-06-01T10:00:00Z"), new DateTimeType("2026-06-01T12:00:00+02:00")))
                .isTrue();
        assertThat(shown("<", new TimeType("20:00:00"), new TimeType("19:59:59")))
                .isTrue();
        assertThat(shown(">=", new Quantity(3), new Quantity(4))).isTrue();
        assertThat(shown("=", new BooleanType(false), new BooleanType(false))).isTrue();
    }

    @Test
    void a_choice_is_compared_by_system_and_code_and_not_by_display() {
        Coding found = new Coding("urn:a", "found", null);
        assertThat(shown("=", found, new Coding("urn:a", "found", "Yes, I found one")))
                .isTrue();
        assertThat(shown("=", found, new Coding("urn:b", "found", null))).isFalse();
    }

    @Test
    void all_or_any_of_several_conditions_must_hold_as_it_says() {
        List<QuestionnaireResponseItemComponent> items = List.of(item("q", new IntegerType(5)));
        QuestionnaireItemComponent both = when("=", new IntegerType(5));
        both.addEnableWhen(when("=", new IntegerType(6)).getEnableWhenFirstRep());

        assertThat(Condition.enables(both, Answers.of(items))).isFalse();
        assertThat(Condition.enables(both.setEnableBehavior(EnableWhenBehavior.ALL), Answers.of(items)))
                .isFalse();
        assertThat(Condition.enables(both.setEnableBehavior(EnableWhenBehavior.ANY), Answers.of(items)))
                .isTrue();
    }

    @Test
    void the_nearest_answer_decides_so_that_each_instance_follows_its_own() {
        Answers outside = Answers.of(List.of(item("q", new IntegerType(1))));
        Answers inside = new Answers(
                List.of(item("q", new IntegerType(5))), Set.of("q"), Optional.of(outside), Optional.empty());

        assertThat(Condition.enables(when("=", new IntegerType(5)), inside)).isTrue();
        assertThat(Condition.enables(when("=", new IntegerType(1)), inside)).isFalse();
    }

    @Test
    void a_question_that_is_asked_outside_is_answered_outside() {
        Answers outside = Answers.of(List.of(item("q", new IntegerType(1))));
        Answers inside = new Answers(List.of(), Set.of("r"), Optional.of(outside), Optional.empty());

        assertThat(Condition.enables(when("=", new IntegerType(1)), inside)).isTrue();
    }

    @Test
    void a_question_that_this_instance_leaves_open_is_not_answered_by_another() {
        Answers outside = Answers.of(List.of(item("q", new IntegerType(1))));
        Answers inside = new Answers(List.of(), Set.of("q"), Optional.of(outside), Optional.empty());

        assertThat(Condition.enables(when("=", new IntegerType(1)), inside)).isFalse();
        assertThat(Condition.enables(when("exists", new BooleanType(false)), inside))
                .isTrue();
    }

    private static boolean shown(String operator, Type wanted, Type... given) {
        return Condition.enables(when(operator, wanted), Answers.of(List.of(item("q", given))));
    }

    private static QuestionnaireItemComponent when(String operator, Type wanted) {
        QuestionnaireItemComponent item = new QuestionnaireItemComponent();
        item.addEnableWhen()
                .setQuestion("q")
                .setOperator(QuestionnaireItemOperator.fromCode(operator))
                .setAnswer(wanted);
        return item;
    }

    private static QuestionnaireResponseItemComponent item(String linkId, Type... answers) {
        QuestionnaireResponseItemComponent item = new QuestionnaireResponseItemComponent().setLinkId(linkId);
        Stream.of(answers).forEach(answer -> item.addAnswer().setValue(answer));
        return item;
    }
}
