package org.cbthomework.plugin.response;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.cbthomework.adherence.Completeness;
import org.cbthomework.adherence.HandIn;
import org.cbthomework.adherence.HandIn.Authored;
import org.cbthomework.adherence.Submission;
import org.cbthomework.adherence.schedule.OccasionKey;
import org.cbthomework.plugin.worksheet.Worksheet;
import org.cbthomework.questionnaires.ParsedLibrary;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("domain")
class ReadingResponsesTest {

    private static final Instant HANDED_IN = Instant.parse("2026-11-23T19:14:00Z");
    private static final Worksheet REFLECTION =
            Worksheet.of(ParsedLibrary.copyOf(Questionnaire.class, "daily-anxiety-reflection"));

    private final QuestionnaireResponse response = Responding.response();

    @Test
    void a_response_is_read_whole() {
        assertThat(ReadingResponses.read(response, REFLECTION, Optional.of(new OccasionKey("2026-11-23T20:00"))))
                .isEqualTo(new Submission(
                        "91",
                        Submission.State.COMPLETED,
                        new HandIn(
                                Optional.of(new Authored(HANDED_IN, Optional.of(ZoneOffset.ofHours(1)))),
                                Instant.parse("2026-11-24T08:30:00.123Z"),
                                HandIn.Author.PATIENT),
                        new Completeness(2, 2, true),
                        Optional.of(new OccasionKey("2026-11-23T20:00"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-23T19:14:00Z", "2026-11-23T19:14:00.000Z"})
    void z_names_a_moment_and_no_wall_clock(String authored) {
        assertThat(authored(authored)).contains(new Authored(HANDED_IN, Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({"2026-11-24T04:14:00+09:00, +09:00", "2026-11-23T14:14:00-05:00, -05:00", "2026-11-23T19:14:00+00:00, Z"
    })
    void an_offset_is_that_of_the_wall_clock(String authored, String offset) {
        assertThat(authored(authored)).contains(new Authored(HANDED_IN, Optional.of(ZoneOffset.of(offset))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-23T20:14:00", "2026-11-23", "2026-11", "2026"})
    void what_names_no_moment_leaves_it_to_the_receipt(String authored) {
        assertThat(authored(authored)).isEmpty();
    }

    @Test
    void without_a_time_of_hand_in_the_receipt_decides() {
        response.setAuthoredElement(null);
        assertThat(read().handIn().authored()).isEmpty();
        assertThat(read().handIn().moment()).isEqualTo("2026-11-24T08:30:00.123Z");
    }

    @ParameterizedTest
    @CsvSource({
        "Patient/p1, PATIENT", "RelatedPerson/r1, PATIENT", "Practitioner/pr1, CLINICIAN",
        "PractitionerRole/pr1, CLINICIAN", "Device/d1, SYSTEM", "Organization/o1, SYSTEM",
        "https://example.org/fhir/Practitioner/pr1, CLINICIAN",
    })
    void whose_word_it_is_the_author_says(String author, HandIn.Author expected) {
        response.setAuthor(new Reference(author));
        assertThat(read().handIn().by()).isEqualTo(expected);
    }

    @Test
    void without_an_author_it_is_the_patients_word() {
        response.setAuthor(null);
        assertThat(read().handIn().by()).isEqualTo(HandIn.Author.PATIENT);
    }

    @ParameterizedTest
    @CsvSource({
        "INPROGRESS, DRAFT",
        "COMPLETED, COMPLETED",
        "AMENDED, COMPLETED",
        "STOPPED, STOPPED",
        "ENTEREDINERROR, VOIDED",
    })
    void how_far_it_has_come_the_status_says(QuestionnaireResponseStatus status, Submission.State expected) {
        response.setStatus(status);
        assertThat(read().state()).isEqualTo(expected);
    }

    @Test
    void without_a_status_it_is_a_draft() {
        response.setStatusElement(null);
        assertThat(read().state()).isEqualTo(Submission.State.DRAFT);
    }

    private Optional<Authored> authored(String text) {
        response.setAuthoredElement(new DateTimeType(text));
        return read().handIn().authored();
    }

    private Submission read() {
        return ReadingResponses.read(response, REFLECTION, Optional.empty());
    }
}
