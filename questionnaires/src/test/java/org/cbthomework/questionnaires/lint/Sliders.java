package org.cbthomework.questionnaires.lint;

import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;

/** A slider starts unset, and its text names its range for whoever sees a number box. */
record Sliders() implements Lint<Questionnaire> {

    private static final String CORE = "http://hl7.org/fhir/StructureDefinition/";

    @Override
    public List<String> complaints(Questionnaire worksheet) {
        return Items.of(worksheet)
                .filter(item -> Items.hasControl(item, "slider"))
                .flatMap(Sliders::complaints)
                .toList();
    }

    private static Stream<String> complaints(QuestionnaireItemComponent slider) {
        String id = slider.getLinkId();
        Stream<String> initial = slider.hasInitial() ? Stream.of(id + " has an initial value") : Stream.empty();
        Stream<String> parts = Stream.of("minValue", "maxValue", "questionnaire-sliderStepValue")
                .filter(part -> !slider.hasExtension(CORE + part))
                .map(part -> id + " has no " + part);
        Stream<String> ends = Stream.of(id + ".lower", id + ".upper")
                .filter(end -> Items.below(slider.getItem())
                        .noneMatch(item -> item.getLinkId().equals(end)))
                .map(end -> id + " has no " + end);
        String range = "(%s to %s)".formatted(bound(slider, "minValue"), bound(slider, "maxValue"));
        Stream<String> text = slider.getText().endsWith(range)
                ? Stream.empty()
                : Stream.of("%s does not end in %s".formatted(id, range));
        return Stream.of(initial, parts, ends, text).flatMap(complaints -> complaints);
    }

    private static String bound(QuestionnaireItemComponent slider, String name) {
        Extension bound = slider.getExtensionByUrl(CORE + name);
        return bound == null ? "?" : bound.getValue().primitiveValue();
    }
}
