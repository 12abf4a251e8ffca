package org.cbthomework.plugin.worksheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;
import org.cbthomework.adherence.Completeness;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Rule 8 of adherence, on the worksheet that has every kind of question. */
@Tag("domain")
class CompletenessTest {

    @Test
    void every_required_question_that_is_shown_counts_once_in_each_instance() {
        // boolean, integer, text and choice; feeling and strong twice; what helped where it was strong
        assertThat(completeness(response -> {})).isEqualTo(new Completeness(9, 9, true));
    }

    @Test
    void zero_and_false_are_answers() {
        Completeness zeroes = completeness(response -> {
            at(response, "integer").getAnswerFirstRep().setValue(new IntegerType(0));
            at(response, "boolean").getAnswerFirstRep().setValue(new BooleanType(false));
        });
        assertThat(zeroes).isEqualTo(new Completeness(9, 9, true));
    }

    @Test
    void white_space_is_no_answer() {
        assertThat(completeness(
                        response -> at(response, "text").getAnswerFirstRep().setValue(new StringType(" \t\n"))))
                .isEqualTo(new Completeness(8, 9, true));
    }

    @Test
    void an_item_without_an_answer_is_no_answer() {
        assertThat(completeness(response -> at(response, "text").getAnswer().clear()))
                .isEqualTo(new Completeness(8, 9, true));
    }

    @Test
    void what_is_not_required_does_not_count() {
        assertThat(completeness(response -> response.getItem().remove(at(response, "decimal"))))
                .isEqualTo(new Completeness(9, 9, true));
    }

    @Test
    void what_its_condition_hides_does_not_count() {
        assertThat(completeness(response -> {
                    QuestionnaireResponseItemComponent fear = at(response, "feelings");
                    fear.getItem().get(1).getAnswerFirstRep().setValue(new BooleanType(false));
                    fear.getItem().remove(3);
                    fear.getItem().remove(2);
                }))
                .isEqualTo(new Completeness(8, 8, true));
    }

    @Test
    void another_instance_of_a_group_counts_its_own_questions() {
        assertThat(completeness(response -> response.addItem()
                        .setLinkId("feelings")
                        .addItem()
                        .setLinkId("feeling")
                        .addAnswer()
                        .setValue(new StringType("relief"))))
                .isEqualTo(new Completeness(10, 11, true));
    }

    @Test
    void a_required_group_that_is_not_there_counts_its_questions_once() {
        assertThat(completeness(response -> response.getItem().removeIf(item -> "feelings".equals(item.getLinkId()))))
                .isEqualTo(new Completeness(4, 6, true));
    }

    @Test
    void with_nothing_answered_there_is_no_answer_at_all() {
        assertThat(completeness(response -> response.getItem().clear())).isEqualTo(new Completeness(0, 6, false));
    }

    @Test
    void a_hidden_or_read_only_question_never_counts() {
        QuestionnaireResponse measure = Shelf.example("phq-9-complete");
        measure.getItem().removeIf(item -> "total".equals(item.getLinkId()));
        assertThat(Shelf.worksheet(measure).completeness(measure)).isEqualTo(new Completeness(9, 9, true));
    }

    @Test
    void a_required_group_without_required_questions_counts_as_one() {
        QuestionnaireResponse peak = Shelf.example("daily-anxiety-reflection-complete");
        assertThat(Shelf.worksheet(peak).completeness(peak)).isEqualTo(new Completeness(3, 3, true));

        at(peak, "coping").getItem().clear();
        assertThat(Shelf.worksheet(peak).completeness(peak)).isEqualTo(new Completeness(2, 3, true));

        peak.getItem().removeIf(item -> "coping".equals(item.getLinkId()));
        assertThat(Shelf.worksheet(peak).completeness(peak)).isEqualTo(new Completeness(2, 3, true));
    }

    @Test
    void a_thought_record_wants_ten_answers_if_another_view_was_found_and_one_more_for_each_feeling_and_its_strength() {
        QuestionnaireResponse record = Shelf.example("thought-record-5-complete");
        long feelings = record.getItem().stream()
                .filter(item -> "emotions".equals(item.getLinkId()))
                .count();
        int wanted = 10 + 2 * ((int) feelings - 1);
        assertThat(Shelf.worksheet(record).completeness(record)).isEqualTo(new Completeness(wanted, wanted, true));
    }

    @Test
    void every_example_that_says_it_is_incomplete_is() {
        assertThat(Shelf.responses("incomplete"))
                .isNotEmpty()
                .allSatisfy(each -> assertThat(Shelf.worksheet(each.response())
                                .completeness(each.response())
                                .share())
                        .as(each.name())
                        .isLessThan(1));
    }

    private static Completeness completeness(Consumer<QuestionnaireResponse> change) {
        QuestionnaireResponse response = (QuestionnaireResponse) Shelf.beside("all-kinds-complete");
        change.accept(response);
        return Shelf.worksheet(response).completeness(response);
    }

    private static QuestionnaireResponseItemComponent at(QuestionnaireResponse response, String linkId) {
        return response.getItem().stream()
                .filter(item -> linkId.equals(item.getLinkId()))
                .findFirst()
                .orElseThrow();
    }
}
