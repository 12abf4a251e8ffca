package org.cbthomework.launch.worksheet;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.cbthomework.launch.homework.HomeworkRefused;
import org.cbthomework.launch.homework.HomeworkStore;
import org.cbthomework.launch.homework.OrderExtensions;
import org.cbthomework.launch.launches.Launch;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;

/** Entries of the logs of the patient whom a launch is about, and of nobody else. */
final class Entries {

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
                .orElseThrow(() -> Occasions.missing("refusal.homework.gone"));
        if (!UUID.matcher(response).matches()) {
            throw Occasions.missing("refusal.homework.no-entry");
        }
        Purpose purpose = new Purpose.Entry(found, response);
        Optional<QuestionnaireResponse> answers = Occasions.stored(store, response);
        if (answers.isPresent() && !isOf(answers.get(), purpose)) {
            throw Occasions.missing("refusal.homework.no-entry");
        }
        return new OpenWorksheet(
                purpose,
                OrderExtensions.text(found, OrderExtensions.WORKSHEET)
                        .flatMap(store::worksheet)
                        .orElseThrow(() -> Occasions.missing("refusal.homework.without-worksheet")),
                answers);
    }

    private static boolean isOf(QuestionnaireResponse answers, Purpose purpose) {
        return answers.getStatus() != QuestionnaireResponseStatus.ENTEREDINERROR
                && purpose.basedOn().stream()
                        .allMatch(order -> answers.getBasedOn().stream()
                                .anyMatch(each -> order.getReference().equals(each.getReference())));
    }
}
