package org.cbthomework.demo.patients;

import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.RelatedPerson;
import org.hl7.fhir.r4.model.Resource;

/** Somebody who acts for one of the demo patients, an adult who wants it so: the domestic partner. */
final class Proxy {

    static final String ID = "demo-proxy";

    /** The family name of the patient. */
    static final String OF = "Late";

    private Proxy() {}

    static boolean actsFor(DemoPatient patient) {
        return patient.name().equals(OF);
    }

    static Resource resource(DemoPatient patient, Course course) {
        RelatedPerson proxy = Marks.marked(new RelatedPerson(), ID);
        proxy.setActive(true);
        proxy.setPatient(new Reference("Patient/" + patient.id()));
        proxy.addRelationship(new CodeableConcept(
                new Coding("http://terminology.hl7.org/CodeSystem/v3-RoleCode", "DOMPART", "domestic partner")));
        proxy.addName().setFamily("Proxy").addGiven("Demo");
        proxy.setPeriod(Written.from(course.firstDay()));
        return proxy;
    }
}
