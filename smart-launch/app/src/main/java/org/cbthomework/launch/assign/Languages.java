package org.cbthomework.launch.assign;

import java.util.Comparator;
import java.util.List;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Patient.PatientCommunicationComponent;

/** The languages that a patient reads. */
final class Languages {

    private Languages() {}

    /** The preferred one first, as BCP 47 tags; none if the record does not tell. */
    static List<String> of(Patient patient) {
        return patient.getCommunication().stream()
                .sorted(Comparator.comparing(PatientCommunicationComponent::getPreferred)
                        .reversed())
                .flatMap(each -> each.getLanguage().getCoding().stream())
                .filter(Coding::hasCode)
                .map(Coding::getCode)
                .toList();
    }
}
