package org.cbthomework.questionnaires.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.cbthomework.questionnaires.Fixture;
import org.cbthomework.questionnaires.Forms;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class FormsValidateTest {

    /** What the validator says of a right form or response, beside what it says of the library too. */
    private enum Limit {
        /** The package of Structured Data Capture is not loaded. */
        SDC("Extension_EXT_Unknown", "http://hl7.org/fhir/uv/sdc/StructureDefinition/"),
        /** The control came after R4. */
        TEXT_AREA("Terminology_PassThrough_TX_Message", "questionnaire-item-control#text-area"),
        /** As above. */
        TEXT_AREA_IN_SET("Terminology_TX_NoValid_2_CC", "questionnaire-item-control#text-area"),
        /** Hostile on purpose: a renderer has to clean it. */
        MARKUP("SECURITY_STRING_CONTENT_WARNING", "embedded HTML tags"),
        /** As above. */
        MARKDOWN("TYPE_SPECIFIC_CHECKS_DT_MARKDOWN_HTML", "embedded HTML tag"),
        /** The validator does not expand a value set that the form contains. */
        CONTAINED_SET("Questionnaire_QR_Item_BadOption", "(ValueSet[null])"),
        /** The validator finds no date among options that are dates. */
        DATE_OPTION("Questionnaire_QR_Item_NoDate", "not in the set of permitted values"),
        /** The validator knows no variables. */
        VARIABLES("Questionnaire_QR_Item_NotEnabled2", "(item id = '");

        private final String messageId;
        private final String part;

        Limit(String messageId, String part) {
            this.messageId = messageId;
            this.part = part;
        }

        boolean explains(String line) {
            return line.contains("[" + messageId + "]") && line.contains(part);
        }
    }

    @TestFactory
    Stream<DynamicTest> every_form_and_every_complete_response_to_one_is_valid() {
        return right().map(fixture -> DynamicTest.dynamicTest(
                fixture.name(),
                () -> assertThat(lines(fixture))
                        .noneMatch(line -> Stream.of(Limit.values()).noneMatch(limit -> limit.explains(line)))));
    }

    @Test
    void every_known_limit_is_still_met_by_something() {
        Set<Limit> met = EnumSet.noneOf(Limit.class);
        right().flatMap(fixture -> lines(fixture).stream())
                .forEach(line -> Stream.of(Limit.values())
                        .filter(limit -> limit.explains(line))
                        .forEach(met::add));
        assertThat(met).containsExactly(Limit.values());
    }

    private static List<String> lines(Fixture fixture) {
        return Findings.of(fixture.json()).unexplained();
    }

    private static Stream<Fixture> right() {
        return Stream.concat(
                Forms.files().stream(),
                Fixture.in("forms/responses").stream()
                        .filter(response -> response.name().endsWith("-complete.json")));
    }
}
