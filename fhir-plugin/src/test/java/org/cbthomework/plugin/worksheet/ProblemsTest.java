package org.cbthomework.plugin.worksheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;
import org.cbthomework.plugin.refusal.Problem;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemType;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.ValueSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a response is told about itself, word for word. */
@Tag("domain")
class ProblemsTest {

    @Test
    void an_answer_of_another_type() {
        assertThat(problems(response ->
                        item(response, "integer").getAnswerFirstRep().setValue(new StringType("ten"))))
                .startsWith(new Problem(
                        "QuestionnaireResponse.item[2].answer[0]",
                        "The item 'integer' has an answer of type string; it takes integer"));
    }

    @Test
    void an_answer_out_of_range() {
        assertThat(problems(response ->
                        item(response, "integer").getAnswerFirstRep().setValue(new IntegerType(11))))
                .extracting(Problem::message)
                .contains("The item 'integer' is above 10, the greatest it takes");
        assertThat(problems(response ->
                        item(response, "integer").getAnswerFirstRep().setValue(new IntegerType(-1))))
                .extracting(Problem::message)
                .contains("The item 'integer' is below 0, the least it takes");
    }

    @Test
    void an_option_that_is_not_offered() {
        assertThat(problems(
                        response -> item(response, "words").getAnswerFirstRep().setValue(new StringType("never"))))
                .extracting(Problem::message)
                .containsExactly("The item 'words' has an answer that it does not offer; choose one of its options");
    }

    @Test
    void an_item_that_the_worksheet_does_not_have() {
        assertThat(problems(response -> response.addItem().setLinkId("mood")))
                .containsExactly(new Problem(
                        "QuestionnaireResponse.item[26]", "The item 'mood' is not a question of this worksheet here"));
    }

    @Test
    void an_item_by_a_name_that_may_be_an_answer_is_not_named() {
        assertThat(problems(response -> response.addItem().setLinkId("I cried")))
                .extracting(Problem::message)
                .containsExactly("An item is not a question of this worksheet here");
    }

    @Test
    void one_answer_too_many() {
        assertThat(problems(response -> item(response, "numbers").addAnswer().setValue(new IntegerType(2))))
                .extracting(Problem::message)
                .containsExactly("The item 'numbers' has 3 answers; at most 2");
    }

    @Test
    void one_group_too_many() {
        assertThat(problems(response -> {
                    response.addItem(item(response, "feelings").copy());
                    response.addItem(item(response, "feelings").copy());
                }))
                .extracting(Problem::message)
                .containsExactly("The item 'feelings' stands there 4 times; at most 3");
    }

    @Test
    void an_answer_to_what_is_not_shown() {
        assertThat(problems(response ->
                        response.addItem().setLinkId("if-not-true").addAnswer().setValue(new StringType("yes"))))
                .extracting(Problem::message)
                .containsExactly("The item 'if-not-true' is answered, but its condition does not hold; leave it out");
    }

    @Test
    void an_answer_given_to_a_group() {
        assertThat(problems(response -> item(response, "feelings").addAnswer().setValue(new StringType("x"))))
                .extracting(Problem::message)
                .containsExactly("The item 'feelings' takes no answer; give its answers in its items");
    }

    @Test
    void items_beside_an_answer() {
        assertThat(problems(response -> item(response, "choice").addItem().setLinkId("choice.why")))
                .extracting(Problem::message)
                .containsExactly("The item 'choice' has items beside its answer; put them below the answer");
    }

    @Test
    void a_text_that_is_too_long_counted_in_characters_and_not_in_halves_of_them() {
        assertThat(problems(response -> item(response, "string")
                        .getAnswerFirstRep()
                        .setValue(new StringType("\uD83D\uDE00".repeat(10)))))
                .isEmpty();
        assertThat(problems(response ->
                        item(response, "string").getAnswerFirstRep().setValue(new StringType("x".repeat(11)))))
                .extracting(Problem::message)
                .containsExactly("The item 'string' is longer than 10 characters");
    }

    @Test
    void an_attachment_that_is_too_large_by_its_data_or_by_its_word() {
        Attachment byItsWord = new Attachment().setContentType("image/png").setSize(21);
        assertThat(problems(response ->
                        item(response, "picture").getAnswerFirstRep().setValue(byItsWord)))
                .extracting(Problem::message)
                .containsExactly("The item 'picture' has an attachment of 21 bytes; at most 20");
        Attachment byItsData =
                new Attachment().setContentType("image/png").setSize(1).setData(new byte[22]);
        assertThat(problems(response ->
                        item(response, "picture").getAnswerFirstRep().setValue(byItsData)))
                .extracting(Problem::message)
                .containsExactly("The item 'picture' has an attachment of 22 bytes; at most 20");
    }

    @Test
    void an_attachment_of_another_kind() {
        assertThat(problems(response -> item(response, "picture")
                        .getAnswerFirstRep()
                        .setValue(new Attachment().setContentType("application/pdf"))))
                .extracting(Problem::message)
                .containsExactly(
                        "The item 'picture' has an attachment of another kind; it takes image/png, image/jpeg");
    }

    @Test
    void a_code_outside_the_value_set_that_the_questionnaire_contains() {
        Questionnaire questionnaire = new Questionnaire().setUrl("https://example.org/Questionnaire/a");
        ValueSet codes = new ValueSet();
        codes.setId("#codes");
        codes.getCompose().addInclude().setSystem("urn:a").addConcept().setCode("found");
        questionnaire.addContained(codes);
        questionnaire
                .addItem()
                .setLinkId("q")
                .setType(QuestionnaireItemType.CHOICE)
                .setAnswerValueSet("#codes");
        Worksheet worksheet = Worksheet.of(questionnaire);

        assertThat(worksheet.problems(choosing("found"))).isEmpty();
        assertThat(worksheet.problems(choosing("lost"))).hasSize(1);
    }

    private static QuestionnaireResponse choosing(String code) {
        QuestionnaireResponse response = new QuestionnaireResponse();
        response.addItem().setLinkId("q").addAnswer().setValue(new Coding("urn:a", code, null));
        return response;
    }

    private static List<Problem> problems(Consumer<QuestionnaireResponse> change) {
        QuestionnaireResponse response = (QuestionnaireResponse) Shelf.beside("all-kinds-complete");
        change.accept(response);
        return Shelf.worksheet(response).problems(response);
    }

    private static QuestionnaireResponseItemComponent item(QuestionnaireResponse response, String linkId) {
        return response.getItem().stream()
                .filter(item -> linkId.equals(item.getLinkId()))
                .findFirst()
                .orElseThrow();
    }
}
