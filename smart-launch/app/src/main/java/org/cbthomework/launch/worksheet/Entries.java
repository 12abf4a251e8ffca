package org.cbthomework.launch.worksheet;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.cbthomework.launch.homework.HomeworkRefused;
import org.cbthomework.launch.homework.HomeworkStore;
import org.cbthomework.launch.launches.Launch;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;

/** Entries of the logs of the patient whom a launch is about, and of nobody else. */
final class Entries {

    private static final String WORKSHEET = "https://w3id.org/cbt-homework/fhir/StructureDefinition/worksheet";
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private Entries() {}

    /**
     * Opens one, a new one if there is none of that id.
     *
     * @throws HomeworkRefused with 404 if the patient has no such order under way, or the id is another response's
     */
    static OpenWorksheet open(HomeworkStore store, Launch launch, String order, String response) {
        String patient = launch.context().patient();
        List<ServiceRequest> own = patient == null ? List.of() : store.assignments(patient);
        ServiceRequest found = own.stream()
                .filter(each -> order.equals(each.getIdElement().getIdPart())
                        && each.getStatus() == ServiceRequestStatus.ACTIVE)
                .findFirst()
                .orElseThrow(() -> Occasions.missing("This homework is not there any more; go back to today"));
        if (!UUID.matcher(response).matches()) {
            throw Occasions.missing("There is no such entry; go back to today");
        }
        Purpose purpose = new Purpose.Entry(found, response);
        Optional<QuestionnaireResponse> answers = stored(store, response);
        if (answers.isPresent() && !isOf(answers.get(), purpose)) {
            throw Occasions.missing("There is no such entry; go back to today");
        }
        return new OpenWorksheet(
                purpose,
                Optional.ofNullable(found.getExtensionByUrl(WORKSHEET))
                        .map(Extension::getValueAsPrimitive)
                        .flatMap(canonical -> store.worksheet(canonical.getValueAsString()))
                        .orElseThrow(() ->
                                Occasions.missing("The worksheet of this homework cannot be found; tell your clinic")),
                answers);
    }

    private static boolean isOf(QuestionnaireResponse answers, Purpose purpose) {
        return answers.getStatus() != QuestionnaireResponseStatus.ENTEREDINERROR
                && purpose.basedOn().stream()
                        .allMatch(order -> answers.getBasedOn().stream()
                                .anyMatch(each -> order.getReference().equals(each.getReference())));
    }

    private static Optional<QuestionnaireResponse> stored(HomeworkStore store, String id) {
        return store.responsesBy("QuestionnaireResponse?_id=" + id).getEntry().stream()
                .map(BundleEntryComponent::getResource)
                .filter(QuestionnaireResponse.class::isInstance)
                .map(QuestionnaireResponse.class::cast)
                .findFirst();
    }
}
