package org.cbthomework.launch.worksheet;

import java.util.Comparator;
import java.util.Optional;
import org.cbthomework.launch.homework.HomeworkRefused;
import org.cbthomework.launch.homework.HomeworkStore;
import org.cbthomework.launch.homework.SmallForms;
import org.cbthomework.launch.launches.Launch;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.ParameterComponent;
import org.hl7.fhir.r4.model.Task.TaskOutputComponent;

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
                answers(store, occasion));
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

    /**
     * One that was handed in comes before a draft, the newest first. Where none names the occasion, it may have been filled
     * by one that names only the order: by another app, or by an import.
     */
    private static Optional<QuestionnaireResponse> answers(HomeworkStore store, Task occasion) {
        return store.answers(occasion.getIdElement().getIdPart()).stream()
                .filter(Occasions::isToTheWorksheet)
                .max(Comparator.<QuestionnaireResponse, Boolean>comparing(
                                each -> each.getStatus() != QuestionnaireResponseStatus.INPROGRESS)
                        .thenComparing(each -> each.getMeta().getLastUpdated()))
                .or(() -> occasion.getOutput().stream()
                        .map(TaskOutputComponent::getValue)
                        .filter(Reference.class::isInstance)
                        .map(value -> ((Reference) value).getReferenceElement())
                        .filter(filled -> "QuestionnaireResponse".equals(filled.getResourceType()))
                        .flatMap(filled -> stored(store, filled.getIdPart()).stream())
                        .filter(Occasions::isToTheWorksheet)
                        .findFirst());
    }

    private static boolean isToTheWorksheet(QuestionnaireResponse response) {
        return response.getStatus() != QuestionnaireResponseStatus.ENTEREDINERROR && !SmallForms.answeredBy(response);
    }

    /** What is stored under an id, as far as this user may see it. */
    static Optional<QuestionnaireResponse> stored(HomeworkStore store, String id) {
        return store.responsesBy("QuestionnaireResponse?_id=" + id).getEntry().stream()
                .map(BundleEntryComponent::getResource)
                .filter(QuestionnaireResponse.class::isInstance)
                .map(QuestionnaireResponse.class::cast)
                .findFirst();
    }

    static HomeworkRefused missing(String message) {
        return new HomeworkRefused(NOT_FOUND, message, null);
    }
}
