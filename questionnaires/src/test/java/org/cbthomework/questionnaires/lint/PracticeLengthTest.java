package org.cbthomework.questionnaires.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.cbthomework.questionnaires.ParsedLibrary;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A guided practice takes the minutes that its instructions and title promise. */
class PracticeLengthTest {

    @ParameterizedTest
    @CsvSource({"breathing-space, 4", "urge-surfing, 6"})
    void it_lasts_as_long_as_it_says(String worksheet, int minutes) {
        Questionnaire practice = ParsedLibrary.copyOf(Questionnaire.class, worksheet);

        assertThat(seconds(Items.named(practice, "practice").getItem())).isEqualTo(minutes * 60);
    }

    private static int seconds(List<QuestionnaireItemComponent> steps) {
        return steps.stream()
                .mapToInt(step -> number(step, "guided-rounds").orElse(1)
                        * (step.hasItem() ? seconds(step.getItem()) : secondsOf(step)))
                .sum();
    }

    private static int secondsOf(QuestionnaireItemComponent step) {
        Extension timing = step.getExtensionByUrl(Own.extension("guided-step"));
        return Integer.parseInt(timing.getExtensionByUrl("seconds").getValue().primitiveValue());
    }

    private static Optional<Integer> number(QuestionnaireItemComponent step, String extension) {
        return Optional.ofNullable(step.getExtensionByUrl(Own.extension(extension)))
                .map(found -> Integer.valueOf(found.getValue().primitiveValue()));
    }
}
