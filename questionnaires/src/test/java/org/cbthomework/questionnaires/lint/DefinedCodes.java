package org.cbthomework.questionnaires.lint;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.cbthomework.questionnaires.ParsedLibrary;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Resource;

/** Our codes are defined, and displayed in the words of their code system, Spanish included. */
record DefinedCodes() implements Lint<Resource> {

    @Override
    public List<String> complaints(Resource resource) {
        return ParsedLibrary.R4.newTerser().getAllPopulatedChildElementsOfType(resource, Coding.class).stream()
                .filter(coding -> coding.hasSystem() && coding.getSystem().startsWith(Own.BASE))
                .flatMap(DefinedCodes::complaints)
                .distinct()
                .toList();
    }

    private static Stream<String> complaints(Coding coding) {
        Optional<ConceptDefinitionComponent> concept = concept(coding);
        if (concept.isEmpty()) {
            return Stream.of("%s#%s is not defined".formatted(coding.getSystem(), coding.getCode()));
        }
        String display = concept.get().getDisplay();
        if (coding.hasDisplay() && !display.equals(coding.getDisplay())) {
            return Stream.of(
                    "%s is displayed as %s, defined as %s".formatted(coding.getCode(), coding.getDisplay(), display));
        }
        Optional<String> spanish = new PatientText(coding.getCode(), coding.getDisplayElement(), false).spanish();
        if (spanish.isPresent() && !Objects.equals(spanish, spanishOf(concept.get()))) {
            return Stream.of(
                    "%s is displayed in Spanish as %s, not as defined".formatted(coding.getCode(), spanish.get()));
        }
        return Stream.empty();
    }

    private static Optional<ConceptDefinitionComponent> concept(Coding coding) {
        return ParsedLibrary.all(CodeSystem.class).stream()
                .filter(system -> system.getUrl().equals(coding.getSystem()))
                .flatMap(system -> system.getConcept().stream())
                .filter(concept -> concept.getCode().equals(coding.getCode()))
                .findFirst();
    }

    private static Optional<String> spanishOf(ConceptDefinitionComponent concept) {
        return concept.getDesignation().stream()
                .filter(designation -> "es".equals(designation.getLanguage()))
                .map(designation -> designation.getValue())
                .findFirst();
    }
}
