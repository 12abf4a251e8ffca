package org.cbthomework.plugin.assignment;

import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;

/** Whose homework a resource has a say in. */
final class Subjects {

    private Subjects() {}

    /** The patient; an empty reference if it names none, or could have no say. */
    static Reference of(IBaseResource resource) {
        if (resource instanceof ServiceRequest order) {
            return order.getSubject();
        }
        if (resource instanceof CarePlan plan) {
            return plan.getSubject();
        }
        if (resource instanceof Encounter encounter) {
            return encounter.getSubject();
        }
        if (resource instanceof Task task) {
            return task.getFor();
        }
        return resource instanceof Patient patient
                ? new Reference("Patient/" + patient.getIdElement().getIdPart())
                : new Reference();
    }
}
