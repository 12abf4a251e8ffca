package org.cbthomework.questionnaires.lint;

import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;

/** The items of a worksheet, from top to bottom. */
final class Items {

    private static final String CONTROL = "http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl";

    private Items() {}

    static Stream<QuestionnaireItemComponent> of(Questionnaire worksheet) {
        return below(worksheet.getItem());
    }

    static Stream<QuestionnaireItemComponent> below(List<QuestionnaireItemComponent> items) {
        return items.stream().flatMap(item -> Stream.concat(Stream.of(item), below(item.getItem())));
    }

    static QuestionnaireItemComponent named(Questionnaire worksheet, String linkId) {
        return of(worksheet)
                .filter(item -> item.getLinkId().equals(linkId))
                .findFirst()
                .orElseThrow(() -> new AssertionError(worksheet.getName() + " has no item " + linkId));
    }

    static boolean hasControl(QuestionnaireItemComponent item, String code) {
        return item.getExtensionsByUrl(CONTROL).stream()
                .map(extension -> (CodeableConcept) extension.getValue())
                .flatMap(control -> control.getCoding().stream())
                .anyMatch(coding -> code.equals(coding.getCode()));
    }
}
