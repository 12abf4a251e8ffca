package org.cbthomework.launch.review;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.cbthomework.launch.homework.HandingIn;
import org.cbthomework.launch.homework.HomeworkOf.HandedIn;
import org.cbthomework.launch.homework.HomeworkRefused;
import org.cbthomework.launch.homework.HomeworkStore;
import org.cbthomework.launch.homework.HomeworkStores;
import org.cbthomework.launch.homework.Role;
import org.cbthomework.launch.homework.Spoken;
import org.cbthomework.launch.homework.Zones;
import org.cbthomework.launch.launches.Launch;
import org.cbthomework.launch.review.Reading.Column;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.hl7.fhir.r4.model.Task;
import org.jspecify.annotations.Nullable;

/** Reads what the patient whose chart is open has handed in. A draft, another patient's and none at all are one answer. */
public final class ReadingResponses {

    /** To be chosen where the response is to be read by itself. */
    public static final String NONE = "none";

    private static final String NONE_TODAY = "https://w3id.org/cbt-homework/fhir/StructureDefinition/none-today";
    private static final Set<QuestionnaireResponseStatus> HANDED_IN = Set.of(
            QuestionnaireResponseStatus.COMPLETED,
            QuestionnaireResponseStatus.AMENDED,
            QuestionnaireResponseStatus.STOPPED);
    private static final Set<Integer> NOT_THERE = Set.of(400, 403, 404, 410);
    private static final Duration A_DAY = Duration.ofHours(25);

    private final HomeworkStores stores;
    private final ZoneId otherwise;

    /**
     * For patients in any zone.
     *
     * @param otherwise the zone of patients whose record tells none
     */
    public ReadingResponses(HomeworkStores stores, ZoneId otherwise) {
        this.stores = stores;
        this.otherwise = otherwise;
    }

    /**
     * Reads one.
     *
     * @param beside the id of another of the same worksheet; {@link #NONE} for none, null for the last one before it
     * @throws HomeworkRefused with 404 if the patient has handed in none of that id
     */
    public Reading read(Launch opened, String id, @Nullable String beside, Locale reader) {
        Launch launch = stores.current(opened);
        HomeworkStore store = stores.of(launch);
        QuestionnaireResponse own = handedIn(store, launch, id);
        String patient = String.valueOf(launch.context().patient());
        ZoneId zone =
                launch.grant().scopes().allow("Patient", 'r') ? Zones.of(store.patient(patient), otherwise) : otherwise;
        List<HandedIn> others = others(store, launch, own, zone);
        Optional<QuestionnaireResponse> other =
                compared(own, others, beside, zone).map(each -> handedIn(store, launch, each));
        List<QuestionnaireResponse> columns =
                Stream.concat(Stream.of(own), other.stream()).toList();
        Questionnaire worksheet = store.worksheet(String.valueOf(own.getQuestionnaire()))
                .orElseThrow(() -> missing("refusal.homework.worksheet-of-response"));
        return new Reading(
                Spoken.in(reader, worksheet.getTitleElement()).orElse(null),
                columns.stream().map(each -> column(store, each, zone)).toList(),
                others,
                Sheet.rows(worksheet, columns, reader));
    }

    /**
     * What is kept with a response.
     *
     * @param number of it, from 0, in the order of the response
     * @throws HomeworkRefused with 404 if there is none, or none that can be shown
     */
    public Kept kept(Launch opened, String id, int number) {
        Launch launch = stores.current(opened);
        return Answers.attachments(handedIn(stores.of(launch), launch, id)).stream()
                .skip(number)
                .findFirst()
                .flatMap(Kept::of)
                .orElseThrow(() -> missing("refusal.homework.nothing-kept"));
    }

    private static QuestionnaireResponse handedIn(HomeworkStore store, Launch launch, String id) {
        String patient = launch.context().patient();
        if (patient == null || !Role.isClinician(launch.context())) {
            throw missing();
        }
        try {
            QuestionnaireResponse found = store.response(id);
            if (HANDED_IN.contains(found.getStatus())
                    && ("Patient/" + patient).equals(found.getSubject().getReference())) {
                return found;
            }
        } catch (HomeworkRefused refused) {
            if (!NOT_THERE.contains(refused.status())) {
                throw refused;
            }
        }
        throw missing();
    }

    private static List<HandedIn> others(HomeworkStore store, Launch launch, QuestionnaireResponse own, ZoneId zone) {
        return store.handedIn(String.valueOf(launch.context().patient())).stream()
                .filter(each -> worksheet(each).equals(worksheet(own)))
                .map(each -> HandingIn.told(each, List.of(), zone))
                .filter(each -> !each.id().equals(own.getIdElement().getIdPart()))
                .sorted(Comparator.comparing(HandedIn::at, Comparator.nullsLast(Comparator.reverseOrder())))
                .toList();
    }

    private static Optional<String> compared(
            QuestionnaireResponse own, List<HandedIn> others, @Nullable String beside, ZoneId zone) {
        if (NONE.equals(beside)) {
            return Optional.empty();
        }
        if (beside != null) {
            return others.stream().map(HandedIn::id).filter(beside::equals).findFirst();
        }
        HandedIn told = HandingIn.told(own, List.of(), zone);
        return others.stream()
                .filter(each -> each.at() != null
                        && told.at() != null
                        && each.at().toInstant().isBefore(told.at().toInstant()))
                .map(HandedIn::id)
                .findFirst();
    }

    private static Column column(HomeworkStore store, QuestionnaireResponse response, ZoneId zone) {
        List<Task> filled = store.occasionsFilledBy(response.getIdElement().getIdPart());
        Extension none = response.getExtensionByUrl(NONE_TODAY);
        return new Column(
                HandingIn.told(response, filled, zone),
                response.getLanguage(),
                filled.stream()
                        .findFirst()
                        .flatMap(task -> day(task.getRestriction().getPeriod(), zone))
                        .orElse(null),
                response.getStatus() == QuestionnaireResponseStatus.AMENDED,
                response.getStatus() == QuestionnaireResponseStatus.STOPPED,
                none != null && none.getValue() instanceof BooleanType yes && yes.booleanValue());
    }

    private static Optional<LocalDate> day(Period window, ZoneId zone) {
        if (!window.hasStart() || !window.hasEnd()) {
            return Optional.empty();
        }
        Instant opens = window.getStart().toInstant();
        return Duration.between(opens, window.getEnd().toInstant()).compareTo(A_DAY) <= 0
                ? Optional.of(opens.atZone(zone).toLocalDate())
                : Optional.empty();
    }

    private static String worksheet(QuestionnaireResponse response) {
        return String.valueOf(response.getQuestionnaire()).split("\\|", 2)[0];
    }

    private static HomeworkRefused missing() {
        return missing("refusal.homework.not-handed-in");
    }

    private static HomeworkRefused missing(String message) {
        return new HomeworkRefused(404, message, null);
    }
}
