package org.cbthomework.demo.patients;

import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.ServiceRequest;

/** How much was loaded. */
record Loaded(int patients, int assignments, int responses) {

    static final Loaded NOTHING = new Loaded(0, 0, 0);

    /** One patient with all that belongs to the patient. */
    static Loaded of(Bundle patient) {
        return new Loaded(1, count(patient, ServiceRequest.class), count(patient, QuestionnaireResponse.class));
    }

    Loaded plus(Loaded other) {
        return new Loaded(patients + other.patients, assignments + other.assignments, responses + other.responses);
    }

    private static int count(Bundle bundle, Class<?> type) {
        return (int) bundle.getEntry().stream()
                .filter(entry -> type.isInstance(entry.getResource()))
                .count();
    }
}
