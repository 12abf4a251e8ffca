package org.cbthomework.questionnaires.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.cbthomework.questionnaires.Fixture;
import org.cbthomework.questionnaires.ParsedLibrary;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class LibraryLintTest {

    @TestFactory
    Stream<DynamicTest> every_worksheet_keeps_every_rule() {
        return ParsedLibrary.all(Questionnaire.class).stream()
                .flatMap(worksheet -> Lints.FOR_WORKSHEETS.stream().map(lint -> test(lint, worksheet)));
    }

    @TestFactory
    Stream<DynamicTest> every_definition_has_its_header() {
        return ParsedLibrary.all(MetadataResource.class).stream().map(definition -> test(new Headers(), definition));
    }

    @TestFactory
    Stream<DynamicTest> every_code_system_counts_its_concepts() {
        return ParsedLibrary.all(CodeSystem.class).stream().map(system -> test(new CountedConcepts(), system));
    }

    @TestFactory
    Stream<DynamicTest> every_resource_and_example_uses_codes_and_versions_that_exist() {
        List<Resource> examples =
                Fixture.in("examples").stream().map(Fixture::resource).toList();
        return Stream.concat(ParsedLibrary.resources().stream(), examples.stream())
                .flatMap(resource ->
                        Stream.of(test(new DefinedCodes(), resource), test(new VersionedReferences(), resource)));
    }

    private static <R extends Resource> DynamicTest test(Lint<? super R> lint, R resource) {
        String name = "%s: %s/%s"
                .formatted(
                        lint.name(),
                        resource.fhirType(),
                        resource.getIdElement().getIdPart());
        return DynamicTest.dynamicTest(
                name, () -> assertThat(lint.complaints(resource)).isEmpty());
    }
}
