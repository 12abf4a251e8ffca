package org.cbthomework.plugin.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.fhir.context.FhirContext;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.cbthomework.questionnaires.Library;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("domain")
class PermittedTest {

    private static final FhirContext FHIR = FhirContext.forR4Cached();

    private static void check(String body, Format format) {
        new Bodies(FHIR, Guards.ALL).check(body, format, false, false, true);
    }

    @Test
    void the_whole_library_passes_in_json_and_xml() {
        assertThat(new Library().resources()).isNotEmpty().allSatisfy(resource -> {
            check(resource.json(), Format.JSON);
            check(
                    FHIR.newXmlParser()
                            .encodeResourceToString(FHIR.newJsonParser().parseResource(resource.json())),
                    Format.XML);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.000000000000000001", "123456789012345678.123456789012345678", "-1.5E+30", "1e-30", "0"})
    void decimals_of_more_than_18_digits(String decimal) {
        assertThatCode(() -> check(
                        "{\"resourceType\":\"Observation\",\"valueQuantity\":{\"value\":" + decimal + "}}",
                        Format.JSON))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "right to left \u202E and back \u202C",
                "e\u0301\u0301\u0301",
                "1e999",
                "12345678901234567890123456789012345678901234567890",
                "\uD83D\uDE00",
                "<div",
                "a\\r\\n\\tb"
            })
    void text_of_every_kind(String text) {
        assertThatCode(() -> check(Offences.ANSWERED.formatted(text), Format.JSON))
                .doesNotThrowAnyException();
    }

    @Test
    void a_file_in_base64_is_bounded_by_its_body_alone() {
        String file = "{\"resourceType\":\"Binary\",\"contentType\":\"image/png\",\"data\":\"" + "A".repeat(2_000_000)
                + "\"}";
        assertThatCode(() -> new Bodies(FHIR, Guards.ALL).check(file, Format.JSON, false, true, true))
                .doesNotThrowAnyException();
    }

    @Test
    void a_refusal_says_where() {
        assertThatThrownBy(() -> check("{\"resourceType\":\"Patient\",\"contact\":[{},{\"nick\":1}]}", Format.JSON))
                .hasMessageContaining("/contact/1/nick (line 1, column 42)");
        assertThatThrownBy(() -> check("<Patient xmlns='http://hl7.org/fhir'>\n<nick/></Patient>", Format.XML))
                .hasMessageContaining("nick (line 2, column 1)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Patient",
                "Patient.birthDate",
                "QuestionnaireResponse.item[0].answer.first().value",
                "QuestionnaireResponse.item.where(linkId = 'anxiety-peak').answer",
                "Patient.telecom.where(system='phone' and use='home').value",
                "Patient.extension('http://example.org/x').value.ofType(string)"
            })
    void plain_paths_of_a_patch(String path) {
        assertThatCode(() -> Offences.fhirPathPatch(Guards.ALL, path)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/fhir:Patient/fhir:birthDate/@value", "Patient/name[1]/given[2]", "/*/f:item[@id='a']"})
    void plain_paths_of_an_xml_patch(String path) {
        assertThatCode(() -> Offences.xmlPatch(Guards.ALL, path)).doesNotThrowAnyException();
    }

    @Test
    void a_patch_within_a_bundle_is_checked_as_one_outside() {
        String patch = Base64.getEncoder()
                .encodeToString("[{\"op\":\"add\",\"op\":\"add\"}]".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> check(
                        "{\"resourceType\":\"Bundle\",\"entry\":[{\"resource\":{\"resourceType\":\"Binary\","
                                + "\"contentType\":\"application/json-patch+json\",\"data\":\"" + patch
                                + "\"},\"request\":{\"method\":\"PATCH\",\"url\":\"Patient/1\"}}]}",
                        Format.JSON))
                .hasMessageContaining("is there twice");
    }
}
