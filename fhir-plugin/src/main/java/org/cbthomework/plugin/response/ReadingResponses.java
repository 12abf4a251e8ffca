package org.cbthomework.plugin.response;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cbthomework.adherence.HandIn;
import org.cbthomework.adherence.HandIn.Author;
import org.cbthomework.adherence.HandIn.Authored;
import org.cbthomework.adherence.Submission;
import org.cbthomework.adherence.Submission.State;
import org.cbthomework.adherence.schedule.OccasionKey;
import org.cbthomework.plugin.worksheet.Worksheet;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.QuestionnaireResponse;

/** Reads a stored QuestionnaireResponse into a submission: a function of the resource alone. */
final class ReadingResponses {

    private static final String NONE_TODAY = "https://w3id.org/cbt-homework/fhir/StructureDefinition/none-today";

    private static final Pattern TIME_WITH_OFFSET =
            Pattern.compile("T\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d+)?)?(?<offset>Z|[+-]\\d\\d:\\d\\d)$");

    private ReadingResponses() {}

    static Submission read(QuestionnaireResponse response, Worksheet worksheet, Optional<OccasionKey> occasion) {
        Instant received = FirstCompletion.received(response).getValue().toInstant();
        HandIn handIn = new HandIn(
                FirstCompletion.authored(response).flatMap(ReadingResponses::authored), received, author(response));
        return new Submission(
                response.getIdElement().getIdPart(),
                state(response),
                handIn,
                worksheet.completeness(response),
                occasion);
    }

    /** When this very version was handed in, and who says so. */
    static HandIn thisVersion(QuestionnaireResponse response) {
        return new HandIn(
                response.hasAuthored() ? authored(response.getAuthoredElement()) : Optional.empty(),
                response.getMeta().getLastUpdated().toInstant(),
                author(response));
    }

    /** A time without an offset, or a day without a time, names no moment: then the receipt decides. */
    private static Optional<Authored> authored(DateTimeType authored) {
        Matcher matcher = TIME_WITH_OFFSET.matcher(authored.getValueAsString());
        if (!matcher.find()) {
            return Optional.empty();
        }
        String offset = matcher.group("offset");
        return Optional.of(new Authored(
                authored.getValue().toInstant(),
                "Z".equals(offset) ? Optional.empty() : Optional.of(ZoneOffset.of(offset))));
    }

    private static Author author(QuestionnaireResponse response) {
        String type = response.getAuthor().getReferenceElement().getResourceType();
        return switch (String.valueOf(type)) {
            case "Practitioner", "PractitionerRole" -> Author.CLINICIAN;
            case "Device", "Organization" -> Author.SYSTEM;
            default -> Author.PATIENT;
        };
    }

    private static boolean saysNoneToday(QuestionnaireResponse response) {
        Extension none = response.getExtensionByUrl(NONE_TODAY);
        return none != null && none.getValue() instanceof BooleanType value && value.booleanValue();
    }

    private static State state(QuestionnaireResponse response) {
        if (response.getStatus() == null) {
            return State.DRAFT;
        }
        return switch (response.getStatus()) {
            case COMPLETED, AMENDED -> saysNoneToday(response) ? State.NOTHING_TO_LOG : State.COMPLETED;
            case STOPPED -> State.STOPPED;
            case ENTEREDINERROR -> State.VOIDED;
            case INPROGRESS, NULL -> State.DRAFT;
        };
    }
}
