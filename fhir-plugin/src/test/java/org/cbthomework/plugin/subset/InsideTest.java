package org.cbthomework.plugin.subset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.cbthomework.plugin.Forms;
import org.cbthomework.questionnaires.ParsedLibrary;
import org.hl7.fhir.r4.model.Questionnaire;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

@Tag("domain")
class InsideTest {

    @TestFactory
    Stream<DynamicTest> every_worksheet_of_the_library_is_inside() {
        return ParsedLibrary.all(Questionnaire.class).stream().map(InsideTest::isInside);
    }

    @TestFactory
    Stream<DynamicTest> every_form_is_inside() {
        return Forms.in("forms/Questionnaire-*.json").values().stream().map(InsideTest::isInside);
    }

    private static DynamicTest isInside(Questionnaire questionnaire) {
        return DynamicTest.dynamicTest(
                questionnaire.getIdElement().getIdPart(),
                () -> assertThat(new Subset().check(questionnaire)).isEmpty());
    }
}
