package org.cbthomework.questionnaires.lint;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;

/** A linkId is kebab-case, with dots before what belongs to it, and names one item. */
record LinkIds() implements Lint<Questionnaire> {

    private static final String KEBAB = "[a-z][a-z0-9]*(-[a-z0-9]+)*";
    private static final String FORM = KEBAB + "(\\." + KEBAB + ")*";

    @Override
    public List<String> complaints(Questionnaire worksheet) {
        Map<String, Long> uses = Items.of(worksheet)
                .collect(Collectors.groupingBy(QuestionnaireItemComponent::getLinkId, Collectors.counting()));
        return uses.entrySet().stream()
                .flatMap(use -> complaint(use.getKey(), use.getValue()))
                .toList();
    }

    private static Stream<String> complaint(String linkId, long uses) {
        if (!linkId.matches(FORM)) {
            return Stream.of(linkId + " is not kebab-case");
        }
        return uses == 1 ? Stream.empty() : Stream.of("%s names %d items".formatted(linkId, uses));
    }
}
