package org.cbthomework.launch.worksheet;

import java.util.Optional;
import java.util.UUID;
import org.cbthomework.launch.homework.HomeworkRefused;
import org.cbthomework.launch.homework.HomeworkStore;
import org.cbthomework.launch.homework.HomeworkStores;
import org.cbthomework.launch.launches.Launch;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Meta;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what a patient answers, as a draft or handed in. An occasion has one response, whose id follows from the occasion:
 * however often the same answers arrive, and from whatever device, they are stored once.
 */
public final class KeepingAnswers {

    private static final String OCCASION = "https://w3id.org/cbt-homework/fhir/StructureDefinition/occasion";
    private static final int CONFLICT = 409;
    private static final int PRECONDITION_FAILED = 412;

    private final HomeworkStores stores;
    private final Naming naming;

    public KeepingAnswers(HomeworkStores stores, Naming naming) {
        this.stores = stores;
        this.naming = naming;
    }

    /** Gives a name that nobody guesses, the same for the same text. */
    @FunctionalInterface
    public interface Naming {
        byte[] name(String text);
    }

    /**
     * Keeps answers. Only status, items, language and time are taken from what is sent; whose they are and what for, the
     * occasion says.
     *
     * @param version that the answers go on from; null if there were none
     * @return what is stored now, perhaps by an earlier delivery of the same
     * @throws ChangedElsewhere if there are others since
     */
    public QuestionnaireResponse keep(
            Launch launch, String occasion, QuestionnaireResponse sent, @Nullable String version) {
        HomeworkStore store = stores.of(launch);
        return keep(store, launch, Occasions.open(store, launch, occasion), sent, version);
    }

    /**
     * Keeps an entry of a log, likewise.
     *
     * @param order the id of its ServiceRequest
     * @param response the id of its response, a UUID
     */
    public QuestionnaireResponse keepEntry(
            Launch launch, String order, String response, QuestionnaireResponse sent, @Nullable String version) {
        HomeworkStore store = stores.of(launch);
        return keep(store, launch, Entries.open(store, launch, order, response), sent, version);
    }

    private QuestionnaireResponse keep(
            HomeworkStore store,
            Launch launch,
            OpenWorksheet open,
            QuestionnaireResponse sent,
            @Nullable String version) {
        QuestionnaireResponse answers = addressed(sent, launch, open, version);
        if (open.answers().filter(stored -> says(stored, answers)).isPresent()) {
            return open.answers().get();
        }
        if (!open.answers().map(stored -> stored.getMeta().getVersionId()).equals(Optional.ofNullable(version))) {
            throw new ChangedElsewhere();
        }
        try {
            return store.keep(answers);
        } catch (HomeworkRefused refused) {
            if (refused.status() == CONFLICT || refused.status() == PRECONDITION_FAILED) {
                throw new ChangedElsewhere();
            }
            throw refused;
        }
    }

    private QuestionnaireResponse addressed(
            QuestionnaireResponse sent, Launch launch, OpenWorksheet open, @Nullable String version) {
        QuestionnaireResponse answers = new QuestionnaireResponse();
        answers.setId(
                open.answers().map(stored -> stored.getIdElement().getIdPart()).orElseGet(() -> name(launch, open)));
        answers.setMeta(new Meta().setVersionId(version));
        answers.setLanguage(sent.getLanguage());
        answers.setStatus(status(sent, open));
        answers.setAuthoredElement(sent.getAuthoredElement());
        answers.setItem(sent.getItem());
        answers.setQuestionnaire(
                open.worksheet().getUrl() + "|" + open.worksheet().getVersion());
        answers.setSubject(new Reference("Patient/" + launch.context().patient()));
        String user = launch.context().fhirUser();
        answers.setAuthor(
                new Reference(user == null ? "Patient/" + launch.context().patient() : user));
        open.purpose().basedOn().forEach(answers::addBasedOn);
        if (open.purpose() instanceof Purpose.Occasion occasion) {
            answers.addExtension(new Extension(OCCASION, new Reference(name(occasion))));
        }
        return answers;
    }

    /** What was handed in stays so: whatever is sent after that amends it. */
    private static QuestionnaireResponseStatus status(QuestionnaireResponse sent, OpenWorksheet open) {
        return open.isHandedIn() ? QuestionnaireResponseStatus.AMENDED : sent.getStatus();
    }

    private static boolean says(QuestionnaireResponse stored, QuestionnaireResponse answers) {
        boolean isAtRest =
                stored.getStatus() == answers.getStatus() || answers.getStatus() == QuestionnaireResponseStatus.AMENDED;
        boolean areNoneOnBothSidesTheSame = true;
        return isAtRest && Base.compareDeep(stored.getItem(), answers.getItem(), areNoneOnBothSidesTheSame);
    }

    private String name(Launch launch, OpenWorksheet open) {
        if (open.purpose() instanceof Purpose.Entry entry) {
            return entry.response();
        }
        Purpose.Occasion occasion = (Purpose.Occasion) open.purpose();
        return UUID.nameUUIDFromBytes(naming.name("answers " + launch.issuer() + " " + name(occasion)))
                .toString();
    }

    private static String name(Purpose.Occasion occasion) {
        return "Task/" + occasion.task().getIdElement().getIdPart();
    }
}
