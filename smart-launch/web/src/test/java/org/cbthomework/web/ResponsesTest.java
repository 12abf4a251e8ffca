package org.cbthomework.web;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cbthomework.plugin.worksheet.Worksheet;
import org.cbthomework.questionnaires.ParsedLibrary;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Whatever somebody does to a form, the response as it stands is a right one. */
@Tag("browser")
class ResponsesTest {

    private static final Map<String, List<Emitted>> BY_FORM =
            Emitted.all().stream().collect(groupingBy(Emitted::form));

    @TestFactory
    Stream<DynamicTest> hapis_validator_accepts_every_response() {
        return each((form, response) -> assertThat(
                        Validator.errors(response.response().toString()))
                .as("%s, run %d, seed %d: %s", form, response.run(), Emitted.SEED, response.response())
                .isEmpty());
    }

    @TestFactory
    Stream<DynamicTest> the_servers_own_check_accepts_every_response() {
        return each((form, response) -> {
            Worksheet worksheet = Worksheet.of((Questionnaire)
                    ParsedLibrary.parse(Worksheets.questionnaire(form).toString()));
            QuestionnaireResponse received = (QuestionnaireResponse)
                    ParsedLibrary.parse(response.response().toString());
            assertThat(worksheet.problems(received))
                    .as("%s, run %d, seed %d: %s", form, response.run(), Emitted.SEED, response.response())
                    .isEmpty();
        });
    }

    @Test
    void every_form_is_filled_in_often_and_differently() {
        assertThat(BY_FORM.keySet())
                .containsExactlyInAnyOrderElementsOf(Worksheets.ids().toList());
        assertThat(BY_FORM.values()).allSatisfy(responses -> {
            assertThat(responses).hasSize(Emitted.OF_EACH_FORM);
            assertThat(responses.stream().map(Emitted::response).distinct().count())
                    .as("different responses to %s", responses.get(0).form())
                    .isGreaterThan(Emitted.OF_EACH_FORM / 5);
        });
    }

    private interface Claim {
        void about(String form, Emitted response);
    }

    private static Stream<DynamicTest> each(Claim claim) {
        return Worksheets.ids()
                .map(form -> DynamicTest.dynamicTest(
                        form,
                        () -> BY_FORM.getOrDefault(form, List.of()).forEach(response -> claim.about(form, response))));
    }
}
