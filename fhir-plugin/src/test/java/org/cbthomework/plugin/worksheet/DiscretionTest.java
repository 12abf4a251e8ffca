package org.cbthomework.plugin.worksheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.cbthomework.plugin.worksheet.Shelf.Filed;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemAnswerComponent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Type;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a patient wrote never leaves in a message: messages end up in logs. */
@Tag("domain")
class DiscretionTest {

    private static final int SEEDS = 100;

    @Test
    void no_message_repeats_an_answer() {
        assertThat(Stream.concat(Mutants.atRandom(SEEDS), Mutants.oneByOne())
                        .filter(DiscretionTest::tellsOnIt)
                        .map(Filed::name))
                .isEmpty();
    }

    private static boolean tellsOnIt(Filed filed) {
        List<String> answers = answers(filed.response()).toList();
        return Shelf.worksheet(filed.response()).problems(filed.response()).stream()
                .map(problem -> problem.expression() + problem.message().replaceFirst("^The item '[^ ]+'", ""))
                .anyMatch(text -> answers.stream().anyMatch(text::contains));
    }

    /** What was answered, and what one mutation writes where a linkId belongs. */
    private static Stream<String> answers(QuestionnaireResponse response) {
        return Stream.concat(
                        Stream.of("my brother never rang"),
                        new Places(response, new Random(0))
                                .all().stream()
                                        .flatMap(place -> place.item().getAnswer().stream())
                                        .filter(QuestionnaireResponseItemAnswerComponent::hasValue)
                                        .map(QuestionnaireResponseItemAnswerComponent::getValue)
                                        .flatMap(DiscretionTest::words))
                .filter(word -> word.length() > 3);
    }

    private static Stream<String> words(Type value) {
        if (value instanceof Attachment || value instanceof Quantity) {
            // A message names the media types that would do.
            return Stream.empty();
        }
        if (value instanceof Coding coding) {
            return Stream.of(String.valueOf(coding.getCode()), String.valueOf(coding.getDisplay()));
        }
        if (value instanceof Reference reference) {
            return Stream.of(reference.getReference());
        }
        return Stream.of(value.primitiveValue());
    }
}
