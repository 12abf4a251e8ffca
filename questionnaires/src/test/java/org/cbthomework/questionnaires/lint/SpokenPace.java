package org.cbthomework.questionnaires.lint;

import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;

/** A guided step is spoken calmly: at most 1.3 words a second, in every language, the silence included. */
record SpokenPace() implements Lint<Questionnaire> {

    private static final double FASTEST = 1.3;
    private static final String STEP = Own.extension("guided-step");

    @Override
    public List<String> complaints(Questionnaire worksheet) {
        return Items.of(worksheet)
                .filter(item -> Items.hasControl(item, "guided-practice"))
                .flatMap(practice -> Items.below(practice.getItem()))
                .filter(item -> !item.hasItem())
                .flatMap(SpokenPace::complaint)
                .toList();
    }

    private static Stream<String> complaint(QuestionnaireItemComponent step) {
        Extension timing = step.getExtensionByUrl(STEP);
        if (timing == null) {
            return Stream.of(step.getLinkId() + " is a step of a guided practice without seconds");
        }
        int seconds =
                Integer.parseInt(timing.getExtensionByUrl("seconds").getValue().primitiveValue());
        PrimitiveType<?> text = step.getTextElement();
        PatientText spoken = new PatientText(step.getLinkId(), text, false);
        return Stream.concat(Stream.of(spoken.english()), spoken.spanish().stream())
                .filter(words -> Words.count(words) > FASTEST * seconds)
                .map(words -> "%s speaks %d words in %d seconds: %s"
                        .formatted(step.getLinkId(), Words.count(words), seconds, words));
    }
}
