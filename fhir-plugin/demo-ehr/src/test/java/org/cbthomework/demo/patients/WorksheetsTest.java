package org.cbthomework.demo.patients;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.time.OffsetDateTime;
import org.cbthomework.questionnaires.Library;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("domain")
class WorksheetsTest {

    private static final OffsetDateTime EVENING = OffsetDateTime.parse("2026-11-22T20:10:00+01:00");

    static Worksheet[] worksheets() {
        return new Worksheet[] {
            new AnxietyReflection(), new BreathingSpace(), new ThoughtRecord(), Measure.phq9(), Measure.gad7()
        };
    }

    @ParameterizedTest
    @MethodSource("worksheets")
    void answers_are_allowed_and_complete_whatever_chance_brings(Worksheet worksheet) {
        org.cbthomework.plugin.worksheet.Worksheet rules =
                org.cbthomework.plugin.worksheet.Worksheet.of(questionnaire(worksheet.id()));

        for (int seed = 0; seed < 500; seed++) {
            QuestionnaireResponse response = new QuestionnaireResponse();
            response.setItem(worksheet.answers(EVENING, seed / 500.0, Chance.of(seed, worksheet.id())));

            assertThat(rules.problems(response)).as("seed %d", seed).isEmpty();
            assertThat(rules.completeness(response).share()).as("seed %d", seed).isEqualTo(1);
        }
    }

    private static Questionnaire questionnaire(String id) {
        return new Library()
                .resources().stream()
                        .filter(resource -> resource.reference().equals("Questionnaire/" + id))
                        .map(resource -> FhirContext.forR4Cached()
                                .newJsonParser()
                                .parseResource(Questionnaire.class, resource.json()))
                        .findFirst()
                        .orElseThrow();
    }
}
