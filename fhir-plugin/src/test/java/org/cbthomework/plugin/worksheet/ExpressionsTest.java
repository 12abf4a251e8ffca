package org.cbthomework.plugin.worksheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Element;
import org.hl7.fhir.r4.model.Expression;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemType;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an expression may cost, and what follows from one that has no value. */
@Tag("domain")
class ExpressionsTest {

    private static final String SDC = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-";
    private static final String VARIABLE = "http://hl7.org/fhir/StructureDefinition/variable";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%resource.descendants().exists()",
                "%resource.item.where(",
                "%nobody",
                "'not about true and false'",
                "%resource.item.answer.value > 'a'.toInteger() / 0 and 1 + 'a' = 2",
            })
    void where_a_condition_has_no_value_the_item_may_be_answered_and_need_not_be(String condition) {
        Worksheet worksheet = Worksheet.of(asking(condition));

        assertThat(worksheet.problems(answering("plan", new StringType("walk"))))
                .isEmpty();
        assertThat(worksheet.missing(new QuestionnaireResponse())).isEmpty();
        assertThat(worksheet.completeness(new QuestionnaireResponse()).required())
                .isZero();
    }

    @Test
    void what_is_true_shows_an_item_and_nothing_hides_it() {
        assertThat(Worksheet.of(asking("1 = 1")).missing(new QuestionnaireResponse()))
                .containsExactly("plan");
        assertThat(Worksheet.of(asking("{}")).problems(answering("plan", new StringType("walk"))))
                .hasSize(1);
    }

    @Test
    @Timeout(20)
    void loops_over_all_answers_again_and_again_end_in_time() {
        Questionnaire questionnaire = asking(
                "%resource.item.select(%resource.item.select(%resource.item.select(%resource.item))).count() > 1");
        QuestionnaireResponse response = new QuestionnaireResponse();
        for (int i = 0; i < 2_000; i++) {
            response.addItem().setLinkId("worry").addAnswer().setValue(new IntegerType(i));
        }
        Worksheet worksheet = Worksheet.of(questionnaire);
        worksheet.missing(new QuestionnaireResponse());
        long begun = System.nanoTime();

        assertThat(worksheet.missing(response)).isEmpty();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    @Timeout(20)
    void variables_that_double_each_other_end_before_memory_does() {
        Questionnaire questionnaire = asking("%v60 = 'x'");
        declare(questionnaire, "v0", "'laughs'");
        for (int i = 1; i <= 60; i++) {
            declare(questionnaire, "v" + i, "%v" + (i - 1) + " & %v" + (i - 1));
        }
        assertThat(Worksheet.of(questionnaire).missing(new QuestionnaireResponse()))
                .isEmpty();
    }

    @Test
    void a_variable_that_asks_for_itself_has_no_value() {
        Questionnaire questionnaire = asking("%round = 1");
        declare(questionnaire, "round", "%round");

        assertThat(Worksheet.of(questionnaire).missing(new QuestionnaireResponse()))
                .isEmpty();
    }

    @Test
    void quotients_are_as_fine_as_a_browser_makes_them() {
        Questionnaire questionnaire = new Questionnaire().setUrl("urn:form");
        calculate(
                questionnaire.addItem().setLinkId("mean").setType(QuestionnaireItemType.DECIMAL), "(13 / 7).round(2)");

        assertThat(Worksheet.of(questionnaire)
                        .calculated(new QuestionnaireResponse())
                        .get("mean"))
                .hasSize(1)
                .first()
                .satisfies(mean -> assertThat(mean.map(each -> ((DecimalType) each).getValueAsString()))
                        .isEqualTo(Optional.of("1.86")));
    }

    @Test
    void the_response_that_was_sent_stays_as_it_was() {
        QuestionnaireResponse response = answering("mean", new DecimalType("5"));
        Questionnaire questionnaire = new Questionnaire().setUrl("urn:form");
        calculate(questionnaire.addItem().setLinkId("mean").setType(QuestionnaireItemType.DECIMAL), "1 + 1");
        QuestionnaireResponse before = response.copy();

        Worksheet.of(questionnaire).calculated(response);

        assertThat(response.equalsDeep(before)).isTrue();
    }

    private static Questionnaire asking(String condition) {
        Questionnaire questionnaire = new Questionnaire().setUrl("urn:form");
        questionnaire
                .addItem()
                .setLinkId("worry")
                .setType(QuestionnaireItemType.INTEGER)
                .setRepeats(true);
        QuestionnaireItemComponent plan =
                questionnaire.addItem().setLinkId("plan").setRequired(true);
        plan.setType(QuestionnaireItemType.STRING).addExtension(SDC + "enableWhenExpression", fhirPath(condition));
        return questionnaire;
    }

    private static void calculate(Element item, String text) {
        item.addExtension(SDC + "calculatedExpression", fhirPath(text));
    }

    private static void declare(Questionnaire questionnaire, String name, String text) {
        questionnaire.addExtension(VARIABLE, fhirPath(text).setName(name));
    }

    private static Expression fhirPath(String text) {
        return new Expression().setLanguage("text/fhirpath").setExpression(text);
    }

    private static QuestionnaireResponse answering(String linkId, Type value) {
        QuestionnaireResponse response = new QuestionnaireResponse();
        response.addItem().setLinkId(linkId).addAnswer().setValue(value);
        return response;
    }
}
