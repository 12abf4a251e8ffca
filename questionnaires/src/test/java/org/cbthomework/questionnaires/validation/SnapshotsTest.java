package org.cbthomework.questionnaires.validation;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.context.support.ValidationSupportContext;
import java.util.List;
import java.util.stream.Stream;
import org.cbthomework.questionnaires.ParsedLibrary;
import org.hl7.fhir.common.hapi.validation.support.SnapshotGeneratingValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.r4.model.ElementDefinition;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.hl7.fhir.r4.model.StructureDefinition.StructureDefinitionContextComponent;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The committed snapshots say what their differentials say, and the extensions have a place in R4. */
class SnapshotsTest {

    private static final String FHIR = "http://hl7.org/fhir/StructureDefinition/";
    private static final SnapshotGeneratingValidationSupport GENERATOR =
            new SnapshotGeneratingValidationSupport(ParsedLibrary.R4);
    private static final ValidationSupportContext CONTEXT = new ValidationSupportContext(
            new ValidationSupportChain(new DefaultProfileValidationSupport(ParsedLibrary.R4), GENERATOR));

    @TestFactory
    Stream<DynamicTest> the_snapshot_is_the_one_that_hapi_generates() {
        return ParsedLibrary.all(StructureDefinition.class).stream()
                .map(definition -> DynamicTest.dynamicTest(
                        definition.getUrl(),
                        () -> assertThat(rules(definition)).isEqualTo(rules(generated(definition)))));
    }

    @TestFactory
    Stream<DynamicTest> every_context_is_an_element_of_r4() {
        return ParsedLibrary.all(StructureDefinition.class).stream()
                .flatMap(definition -> definition.getContext().stream())
                .map(StructureDefinitionContextComponent::getExpression)
                .distinct()
                .map(path -> DynamicTest.dynamicTest(
                        path, () -> assertThat(elementsOfType(path)).containsAnyOf(path, path + "[x]")));
    }

    private static List<String> elementsOfType(String path) {
        String type = path.split("\\.", 2)[0];
        StructureDefinition base =
                (StructureDefinition) CONTEXT.getRootValidationSupport().fetchStructureDefinition(FHIR + type);
        assertThat(base).as("%s is no type of R4", type).isNotNull();
        return requireNonNull(base).getSnapshot().getElement().stream()
                .map(ElementDefinition::getPath)
                .toList();
    }

    private static StructureDefinition generated(StructureDefinition definition) {
        StructureDefinition bare = definition.copy();
        bare.setSnapshot(null);
        return (StructureDefinition)
                GENERATOR.generateSnapshot(CONTEXT, bare, definition.getUrl(), "", definition.getName());
    }

    private static List<String> rules(StructureDefinition definition) {
        return definition.getSnapshot().getElement().stream()
                .map(element -> "%s %d..%s %s %s %s..%s"
                        .formatted(
                                element.getId(),
                                element.getMin(),
                                element.getMax(),
                                element.getType().stream()
                                        .map(type -> type.getCode())
                                        .toList(),
                                element.hasFixed() ? element.getFixed().primitiveValue() : "",
                                element.hasMinValue() ? element.getMinValue().primitiveValue() : "",
                                element.hasMaxValue() ? element.getMaxValue().primitiveValue() : ""))
                .toList();
    }
}
