package org.cbthomework.launch.assign;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.cbthomework.launch.homework.HomeworkStore;
import org.cbthomework.launch.homework.Zones;
import org.cbthomework.launch.launches.Launch;
import org.cbthomework.launch.launches.Scopes;
import org.hl7.fhir.r4.model.ActivityDefinition;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Questionnaire;
import org.jspecify.annotations.Nullable;

/** Gathers what a plan goes by, as far as the granted scopes allow. */
final class Preparing {

    private final Clock clock;
    private final ZoneId otherwise;

    Preparing(Clock clock, ZoneId otherwise) {
        this.clock = clock;
        this.otherwise = otherwise;
    }

    /**
     * For one patient and one worksheet.
     *
     * @param worksheet the id of its Questionnaire
     * @return empty if there is no such worksheet that is active
     */
    Optional<Prepared> prepare(HomeworkStore store, Launch launch, String patient, String worksheet, Locale reader) {
        return store.worksheetById(worksheet)
                .filter(Preparing::mayBeAssigned)
                .map(each -> prepared(store, launch.grant().scopes(), patient, each, reader));
    }

    /** What a patient says about homework is kind {@code feedback}, and no homework. */
    static boolean mayBeAssigned(Questionnaire worksheet) {
        return !LibraryEntry.isOfKind(worksheet, "feedback")
                && worksheet.getStatus() == PublicationStatus.ACTIVE
                && worksheet.hasUrl()
                && worksheet.hasVersion();
    }

    private Prepared prepared(
            HomeworkStore store, Scopes scopes, String patient, Questionnaire worksheet, Locale reader) {
        Optional<Patient> record =
                scopes.allow("Patient", 'r') ? Optional.of(store.patient(patient)) : Optional.empty();
        ZoneId zone = record.map(each -> Zones.of(each, otherwise)).orElse(otherwise);
        return new Prepared(
                patient,
                LibraryEntry.of(worksheet, reader),
                scopes.allow("ActivityDefinition", 's') ? usual(store.defaults(), worksheet) : null,
                Orders.latestFirst(store.assignments(patient)),
                scopes.allow("Goal", 's') ? store.goals(patient) : List.of(),
                SeeingLibrary.entries(store, reader),
                zone,
                LocalDate.now(clock.withZone(zone)),
                Stream.concat(
                                record.stream().flatMap(each -> Languages.of(each).stream()),
                                Stream.of(reader.toLanguageTag()))
                        .toList(),
                scopes.allow("Goal", 'c') && scopes.allow("Goal", 'u'));
    }

    /** Of the worksheet itself, else of the one that it was made of. */
    private static @Nullable ActivityDefinition usual(List<ActivityDefinition> defaults, Questionnaire worksheet) {
        List<String> own = Stream.concat(
                        Stream.of(LibraryEntry.canonical(worksheet), worksheet.getUrl()),
                        worksheet.getDerivedFrom().stream()
                                .flatMap(each -> Stream.of(each.getValue(), LibraryEntry.url(each.getValue()))))
                .toList();
        return defaults.stream()
                .filter(each -> rank(each, own) < own.size())
                .min(Comparator.comparingInt(each -> rank(each, own)))
                .orElse(null);
    }

    private static int rank(ActivityDefinition usual, List<String> own) {
        return usual.getRelatedArtifact().stream()
                .filter(each -> each.hasResource())
                .flatMap(each -> Stream.of(each.getResource(), LibraryEntry.url(each.getResource())))
                .mapToInt(own::indexOf)
                .filter(at -> at >= 0)
                .min()
                .orElse(own.size());
    }
}
