package org.cbthomework.questionnaires.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;
import java.util.stream.Stream;
import org.cbthomework.questionnaires.ParsedLibrary;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Worksheets with one fault each: our extension definitions are enforced, not only present. */
class BrokenWorksheetsTest {

    private static final String OWN = "https://w3id.org/cbt-homework/fhir/StructureDefinition/";

    @TestFactory
    Stream<DynamicTest> the_validator_finds_the_fault() {
        return Stream.of(
                broken("thought-record-5", "Validation_VAL_Profile_Minimum", worksheet -> worksheet.setStatus(null)),
                broken(
                        "gad-7",
                        "Questionnaire#que-2",
                        worksheet ->
                                worksheet.addItem(worksheet.getItemFirstRep().copy())),
                broken(
                        "thought-record-5",
                        "Extension_EXTP_Context_Wrong",
                        worksheet -> worksheet
                                .getItemFirstRep()
                                .addExtension(OWN + "patient-title", new StringType("A title"))),
                broken(
                        "thought-record-5",
                        "Extension.extension:age",
                        worksheet -> without(
                                worksheet
                                        .getExtensionsByUrl(OWN + "reading-level")
                                        .get(0),
                                "age")),
                broken(
                        "phq-9",
                        "Extension.extension:topic",
                        worksheet -> without(
                                worksheet.getItem().get(1).getItem().get(8).getExtensionByUrl(OWN + "safety-item"),
                                "topic")),
                broken(
                        "breathing-space",
                        "Extension.extension:seconds",
                        worksheet -> worksheet
                                .getItem()
                                .get(5)
                                .getItemFirstRep()
                                .getExtensionByUrl(OWN + "guided-step")
                                .getExtensionFirstRep()
                                .setUrl("minutes")),
                broken(
                        "gad-7",
                        "Extension_EXT_Type",
                        worksheet -> worksheet
                                .getItem()
                                .get(1)
                                .getItemFirstRep()
                                .getAnswerOptionFirstRep()
                                .getExtensionByUrl("http://hl7.org/fhir/StructureDefinition/itemWeight")
                                .setValue(new StringType("none"))));
    }

    private static DynamicTest broken(String id, String message, Consumer<Questionnaire> fault) {
        return DynamicTest.dynamicTest(id + ": " + message, () -> {
            Questionnaire worksheet = ParsedLibrary.copyOf(Questionnaire.class, id);
            fault.accept(worksheet);
            assertThat(Findings.of(worksheet).errors())
                    .anySatisfy(error -> assertThat(error).contains(message));
        });
    }

    private static void without(Extension whole, String missing) {
        whole.getExtension().removeIf(part -> part.getUrl().equals(missing));
    }
}
