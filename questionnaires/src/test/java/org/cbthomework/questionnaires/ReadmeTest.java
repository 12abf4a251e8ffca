package org.cbthomework.questionnaires;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hl7.fhir.r4.model.Questionnaire;
import org.junit.jupiter.api.Test;

class ReadmeTest {

    private static final String OWN = "https://w3id.org/cbt-homework/fhir/";

    @Test
    void the_table_has_a_row_for_every_worksheet() throws IOException {
        List<String> readme = Files.readAllLines(Path.of("README.md"));
        assertThat(ParsedLibrary.all(Questionnaire.class))
                .allSatisfy(worksheet -> assertThat(readme).anyMatch(line -> line.startsWith(row(worksheet))));
    }

    private static String row(Questionnaire worksheet) {
        String kind = worksheet.getUseContext().stream()
                .flatMap(context -> context.getValueCodeableConcept().getCoding().stream())
                .filter(coding -> coding.getSystem().equals(OWN + "CodeSystem/worksheet-kind"))
                .findFirst()
                .orElseThrow()
                .getCode();
        String minutes = worksheet.getExtensionString(OWN + "StructureDefinition/estimated-minutes");
        return "| `%s` | %s | %s |".formatted(worksheet.getIdElement().getIdPart(), kind, minutes);
    }
}
