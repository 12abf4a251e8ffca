package org.cbthomework.plugin.input;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.StrictErrorHandler;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever arrives is refused in our words or accepted, and what is accepted HAPI's parser survives. */
@Tag("domain")
class FuzzTest {

    private static final int INPUTS_OF_EACH_FORMAT = 30_000;
    private static final FhirContext FHIR = FhirContext.forR4Cached();

    private static final String JSON = """
            {"resourceType":"QuestionnaireResponse","meta":{"tag":[{"code":"t"}]},"language":"de",
             "text":{"status":"generated","div":"<div xmlns=\\"http://www.w3.org/1999/xhtml\\"><p>a</p></div>"},
             "contained":[{"resourceType":"Patient","id":"p","birthDate":"1990-02-01"}],
             "status":"completed","_status":{"extension":[{"url":"http://a","valueDecimal":1.50e1}]},
             "subject":{"reference":"#p"},"authored":"2026-03-02T20:10:00+01:00",
             "item":[{"linkId":"a","answer":[{"valueInteger":2},{"valueString":"\\u00e4 \\ud83d\\ude00"}]},
                     {"linkId":"b","item":[{"linkId":"c","answer":[{"valueQuantity":{"value":-0.10}}]}]}]}""";

    private static final List<String> PIECES = List.of(
            "\"",
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "<",
            ">",
            "/",
            "&",
            "&amp;",
            "&#0;",
            "\\u0000",
            "\\ud800",
            "\\",
            "null",
            "true",
            "1e999999999",
            "-",
            "0",
            ".",
            "E+",
            "\0",
            "\uFEFF",
            "\u202E",
            "\uD800",
            "<!DOCTYPE a>",
            "<![CDATA[",
            "<!--",
            "<?xml version=\"1.1\"?>",
            "\"item\":[",
            "<item>",
            "</item>",
            "value=\"\"",
            "\"id\":",
            "xmlns=\"x\"",
            "\"extension\":",
            "_",
            "#",
            "\"contained\":[",
            "\"div\":",
            "\"valueDecimal\":",
            "'",
            " ",
            "\n");

    private final Random random = new Random(20_260_302);

    @Test
    void mutated_json() {
        mutate(JSON, Format.JSON, FHIR.newJsonParser());
    }

    @Test
    void mutated_xml() {
        IBaseResource valid = FHIR.newJsonParser().parseResource(JSON);
        mutate(FHIR.newXmlParser().encodeResourceToString(valid), Format.XML, FHIR.newXmlParser());
    }

    private void mutate(String valid, Format format, IParser parser) {
        parser.setParserErrorHandler(new StrictErrorHandler());
        Bodies bodies = new Bodies(FHIR, Guards.ALL);
        Reading reading = new Reading(Guards.ALL, Limits.DEFAULT.resourceBytes());
        bodies.check(valid, format, false, false, true);
        int accepted = 0;
        for (int i = 0; i < INPUTS_OF_EACH_FORMAT; i++) {
            String mutant = mutant(valid);
            try {
                String read = reading.decode(mutant.getBytes(StandardCharsets.UTF_8));
                bodies.check(read, format, false, false, true);
                accepted++;
            } catch (Refusal refused) {
                assertThat(refused).hasMessageNotContaining("HAPI-");
                continue;
            }
            try {
                parser.parseResource(mutant);
            } catch (DataFormatException alsoFine) {
                assertThat(alsoFine).isNotNull();
            }
        }
        assertThat(accepted).as("some are accepted").isGreaterThan(INPUTS_OF_EACH_FORMAT / 100);
    }

    private String mutant(String valid) {
        StringBuilder mutant = new StringBuilder(valid);
        for (int times = 1 + random.nextInt(3); times > 0; times--) {
            int from = random.nextInt(mutant.length());
            int to = Math.min(mutant.length(), from + 1 + random.nextInt(12));
            switch (random.nextInt(5)) {
                case 0 -> mutant.delete(from, to);
                case 1 -> mutant.insert(from, PIECES.get(random.nextInt(PIECES.size())));
                case 2 -> mutant.replace(from, to, PIECES.get(random.nextInt(PIECES.size())));
                case 3 -> mutant.insert(random.nextInt(mutant.length()), mutant.substring(from, to));
                default -> mutant.setCharAt(from, (char) (mutant.charAt(from) ^ (1 << random.nextInt(7))));
            }
        }
        return mutant.toString();
    }
}
