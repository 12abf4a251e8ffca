package org.cbthomework.questionnaires;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Element;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemAnswerOptionComponent;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.junit.jupiter.api.Test;

/**
 * The LOINC codes of the measures, with the words and scores that belong to them; the validator cannot know them offline.
 * Items after LOINC's panel 69729-2 (version 2.77), answers and their scores after its answer list LL358-3 (version 2.76).
 */
class MeasuresTest {

    private static final String HL7 = "http://hl7.org/fhir/StructureDefinition/";

    private static final List<String> HOW_OFTEN = List.of(
            "LA6568-5 Not at all 0",
            "LA6569-3 Several days 1",
            "LA6570-1 More than half the days 2",
            "LA6571-9 Nearly every day 3");

    private final Questionnaire phq9 = ParsedLibrary.copyOf(Questionnaire.class, "phq-9");
    private final Questionnaire gad7 = ParsedLibrary.copyOf(Questionnaire.class, "gad-7");

    @Test
    void each_measure_is_coded_as_itself() {
        assertThat(phq9.getCode()).extracting(Coding::getCode).containsExactly("44249-1");
        assertThat(gad7.getCode()).extracting(Coding::getCode).containsExactly("69737-5");
        assertThat(codes(Stream.of(item(phq9, "total"), item(gad7, "total")))).containsExactly("44261-6", "70274-6");
    }

    @Test
    void the_items_of_phq_9_are_in_the_order_of_the_form() {
        assertThat(codes(questions(phq9)))
                .containsExactly(
                        "44250-9", "44255-8", "44259-0", "44254-1", "44251-7", "44258-2", "44252-5", "44253-3",
                        "44260-8");
    }

    @Test
    void the_items_of_gad_7_are_in_the_order_of_the_form() {
        assertThat(codes(questions(gad7)))
                .containsExactly("69725-0", "68509-9", "69733-4", "69734-2", "69735-9", "69689-8", "69736-7");
    }

    @Test
    void every_item_offers_the_four_answers_with_their_scores() {
        assertThat(Stream.concat(questions(phq9), questions(gad7)))
                .hasSize(16)
                .allSatisfy(item -> assertThat(item.getAnswerOption())
                        .extracting(MeasuresTest::scored)
                        .isEqualTo(HOW_OFTEN));
    }

    @Test
    void the_answers_on_difficulty_are_not_swapped() {
        assertThat(item(phq9, "difficulty").getAnswerOption())
                .extracting(option -> option.getValueCoding().getCode() + " "
                        + option.getValueCoding().getDisplay())
                .containsExactly(
                        "LA6572-7 Not difficult at all",
                        "LA6573-5 Somewhat difficult",
                        "LA6575-0 Very difficult",
                        "LA6574-3 Extremely difficult");
    }

    @Test
    void both_notices_are_in_the_copyright() {
        assertThat(List.of(phq9, gad7))
                .allSatisfy(measure -> assertThat(measure.getCopyright())
                        .contains("No permission required to reproduce, translate, display or distribute.")
                        .contains("This material contains content from LOINC"));
    }

    private static Stream<QuestionnaireItemComponent> questions(Questionnaire measure) {
        return measure.getItem().stream().flatMap(item -> item.getItem().stream());
    }

    private static QuestionnaireItemComponent item(Questionnaire measure, String linkId) {
        return measure.getItem().stream()
                .filter(item -> item.getLinkId().equals(linkId))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> codes(Stream<QuestionnaireItemComponent> items) {
        return items.map(item -> item.getCodeFirstRep().getCode()).toList();
    }

    /** Code, display and score; the score only if all four places agree on it. */
    private static String scored(QuestionnaireItemAnswerOptionComponent option) {
        Coding coding = option.getValueCoding();
        List<String> scores = Stream.of(option, coding)
                .flatMap(place -> Stream.of(score(place, "ordinalValue"), score(place, "itemWeight")))
                .distinct()
                .toList();
        return "%s %s %s".formatted(coding.getCode(), coding.getDisplay(), String.join(" or ", scores));
    }

    private static String score(Element place, String extension) {
        return place.getExtensionByUrl(HL7 + extension).getValue().primitiveValue();
    }
}
