package org.cbthomework.questionnaires;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Expression;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class CalculatedValuesTest {

    private static final String CALCULATED =
            "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression";

    /** A calculated item of a worksheet. */
    record Calculated(String worksheet, QuestionnaireItemComponent item) {

        List<String> valueOn(QuestionnaireResponse response) {
            Expression expression =
                    (Expression) item.getExtensionByUrl(CALCULATED).getValue();
            return ParsedLibrary.R4.newFhirPath().evaluate(response, expression.getExpression(), Base.class).stream()
                    .map(Base::primitiveValue)
                    .toList();
        }

        static Stream<Calculated> all() {
            return ParsedLibrary.all(Questionnaire.class).stream()
                    .flatMap(worksheet -> worksheet.getItem().stream()
                            .filter(item -> item.hasExtension(CALCULATED))
                            .map(item -> new Calculated(worksheet.getIdElement().getIdPart(), item)));
        }
    }

    @TestFactory
    Stream<DynamicTest> the_stored_value_of_a_complete_response_is_the_calculated_one() {
        return Calculated.all()
                .map(calculated -> DynamicTest.dynamicTest(
                        calculated.worksheet() + " " + calculated.item().getLinkId(), () -> {
                            QuestionnaireResponse complete = complete(calculated.worksheet());
                            assertThat(calculated.valueOn(complete))
                                    .isEqualTo(
                                            stored(complete, calculated.item().getLinkId()))
                                    .hasSize(1);
                        }));
    }

    @Test
    void five_worksheets_calculate_something() {
        assertThat(Calculated.all().map(Calculated::worksheet).distinct())
                .containsExactlyInAnyOrder("gad-7", "phq-9", "sleep-diary", "thought-record-5", "thought-record-7");
    }

    @TestFactory
    Stream<DynamicTest> a_measure_with_an_item_missing_has_no_total() {
        return Calculated.all()
                .filter(calculated -> calculated.item().getLinkId().equals("total"))
                .map(calculated -> DynamicTest.dynamicTest(calculated.worksheet(), () -> {
                    QuestionnaireResponse partial = complete(calculated.worksheet());
                    partial.getItemFirstRep().getItem().remove(0);
                    assertThat(calculated.valueOn(partial)).isEmpty();
                }));
    }

    @TestFactory
    Stream<DynamicTest> a_changed_answer_changes_the_total() {
        return Calculated.all()
                .filter(calculated -> calculated.item().getLinkId().equals("total"))
                .map(calculated -> DynamicTest.dynamicTest(calculated.worksheet(), () -> {
                    QuestionnaireResponse changed = complete(calculated.worksheet());
                    changed.getItemFirstRep()
                            .getItemFirstRep()
                            .getAnswerFirstRep()
                            .getValueCoding()
                            .setCode("LA6568-5");
                    assertThat(calculated.valueOn(changed)).isNotEqualTo(stored(changed, "total"));
                }));
    }

    private static QuestionnaireResponse complete(String worksheet) {
        return Fixture.example("QuestionnaireResponse-%s-complete.json".formatted(worksheet))
                .response();
    }

    private static List<String> stored(QuestionnaireResponse response, String linkId) {
        return response.getItem().stream()
                .filter(item -> item.getLinkId().equals(linkId))
                .map(item -> item.getAnswerFirstRep().getValue().primitiveValue())
                .toList();
    }
}
