package org.cbthomework.plugin.worksheet;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.cbthomework.plugin.Forms;
import org.cbthomework.questionnaires.ParsedLibrary;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The library's worksheets, and one of this test's own that has every kind of question and condition. */
final class Shelf {

    static final Questionnaire ALL_KINDS = (Questionnaire) beside("all-kinds");

    /** The forms that together use everything that a worksheet may use. */
    static final List<Questionnaire> FORMS =
            List.copyOf(Forms.in("forms/Questionnaire-*.json").values());

    private static final Map<String, Questionnaire> QUESTIONNAIRES = Stream.of(
                    ParsedLibrary.all(Questionnaire.class), FORMS, List.of(ALL_KINDS))
            .flatMap(List::stream)
            .collect(toUnmodifiableMap(Questionnaire::getUrl, each -> each));

    private static final Map<String, Worksheet> WORKSHEETS = QUESTIONNAIRES.entrySet().stream()
            .collect(toUnmodifiableMap(Map.Entry::getKey, each -> Worksheet.of(each.getValue())));

    private Shelf() {}

    static Questionnaire questionnaire(QuestionnaireResponse response) {
        return Objects.requireNonNull(QUESTIONNAIRES.get(url(response)));
    }

    static Worksheet worksheet(QuestionnaireResponse response) {
        return Objects.requireNonNull(WORKSHEETS.get(url(response)));
    }

    /** A resource beside the tests, as {@code name.json}. */
    static org.hl7.fhir.r4.model.Resource beside(String name) {
        try (InputStream file = Objects.requireNonNull(Shelf.class.getResourceAsStream(name + ".json"), name)) {
            return ParsedLibrary.parse(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    /** A response in the library's folder of examples. */
    static QuestionnaireResponse example(String name) {
        return responses("examples").stream()
                .filter(each -> each.name().equals("QuestionnaireResponse-" + name + ".json"))
                .findFirst()
                .orElseThrow()
                .response();
    }

    /** A response to a worksheet on the shelf, in a file. */
    record Filed(String name, QuestionnaireResponse response) {}

    /** The responses in one folder of the library's examples, by name. */
    static List<Filed> responses(String folder) {
        try {
            Resource[] files = new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:org/cbthomework/questionnaires/" + folder + "/*.json");
            return Arrays.stream(files)
                    .sorted(Comparator.comparing(file -> String.valueOf(file.getFilename())))
                    .flatMap(file -> read(file).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(folder, e);
        }
    }

    /** The complete responses to forms, but for those with variables, which the validator does not know. */
    static List<Filed> formResponses() {
        return responses("forms/responses").stream()
                .filter(each -> each.name().endsWith("-complete.json"))
                .filter(each ->
                        !each.name().startsWith("expressions") && !each.name().startsWith("every-function"))
                .toList();
    }

    private static Optional<Filed> read(Resource file) {
        try {
            return ParsedLibrary.parse(file.getContentAsString(StandardCharsets.UTF_8))
                            instanceof QuestionnaireResponse response
                    ? Optional.of(new Filed(String.valueOf(file.getFilename()), response))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    private static String url(QuestionnaireResponse response) {
        return Canonical.parse(response.getQuestionnaire()).url();
    }
}
