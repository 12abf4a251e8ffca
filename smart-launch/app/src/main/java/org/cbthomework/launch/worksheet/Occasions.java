package org.cbthomework.launch.worksheet;

import java.util.Comparator;
import java.util.Optional;
import org.cbthomework.launch.homework.HomeworkRefused;
import org.cbthomework.launch.homework.HomeworkStore;
import org.cbthomework.launch.homework.SmallForms;
import org.cbthomework.launch.launches.Launch;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.ParameterComponent;

/** The occasions of the patient whom a launch is about, and of nobody else. */
final class Occasions {

    private static final int NOT_FOUND = 404;

    private Occasions() {}

    /**
     * Opens one.
     *
     * @throws HomeworkRefused with 404 if there is none of this patient, or it names no worksheet that can be read
     */
    static OpenWorksheet open(HomeworkStore store, Launch launch, String id) {
        Task occasion = store.occasion(id)
                .filter(task -> isOf(task, launch))
                .orElseThrow(() -> missing("refusal.homework.gone"));
        return new OpenWorksheet(
                new Purpose.Occasion(occasion),
                worksheet(occasion)
                        .flatMap(store::worksheet)
                        .orElseThrow(() -> missing("refusal.homework.without-worksheet")),
                answers(store, id));
    }

    static boolean isOf(Task occasion, Launch launch) {
        String patient = launch.context().patient();
        return patient != null
                && patient.equals(occasion.getFor().getReferenceElement().getIdPart());
    }

    private static Optional<String> worksheet(Task occasion) {
        return occasion.getInput().stream()
                .map(ParameterComponent::getValue)
                .filter(CanonicalType.class::isInstance)
                .map(value -> ((CanonicalType) value).getValue())
                .findFirst();
    }

    /** One that was handed in comes before a draft, the newest first. */
    private static Optional<QuestionnaireResponse> answers(HomeworkStore store, String occasion) {
        return store.answers(occasion).stream()
                .filter(each ->
                        each.getStatus() != QuestionnaireResponseStatus.ENTEREDINERROR && !SmallForms.answeredBy(each))
                .max(Comparator.<QuestionnaireResponse, Boolean>comparing(
                                each -> each.getStatus() != QuestionnaireResponseStatus.INPROGRESS)
                        .thenComparing(each -> each.getMeta().getLastUpdated()));
    }

    static HomeworkRefused missing(String message) {
        return new HomeworkRefused(NOT_FOUND, message, null);
    }
}
