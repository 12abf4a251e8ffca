package org.cbthomework.questionnaires.lint;

import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;

/** A worksheet of our own, but for feedback, has a worked example, closed inside its question, that says it is one. */
record WorkedExamples() implements Lint<Questionnaire> {

    @Override
    public List<String> complaints(Questionnaire worksheet) {
        List<QuestionnaireItemComponent> examples = Items.of(worksheet)
                .filter(item -> item.getLinkId().endsWith(".example"))
                .toList();
        if (!Own.isStandardMeasure(worksheet) && !Own.isFeedback(worksheet) && examples.isEmpty()) {
            return List.of("has no worked example");
        }
        return examples.stream().flatMap(WorkedExamples::complaints).toList();
    }

    private static Stream<String> complaints(QuestionnaireItemComponent example) {
        PatientText text = new PatientText(example.getLinkId(), example.getTextElement(), false);
        boolean begins = text.english().startsWith("Example: ")
                && text.spanish()
                        .filter(spanish -> spanish.startsWith("Ejemplo: "))
                        .isPresent();
        Stream<String> beginning =
                begins ? Stream.empty() : Stream.of(example.getLinkId() + " does not begin with Example: or Ejemplo:");
        Stream<String> control = Items.hasControl(example, "worked-example")
                ? Stream.empty()
                : Stream.of(example.getLinkId() + " has not the control worked-example");
        return Stream.concat(beginning, control);
    }
}
