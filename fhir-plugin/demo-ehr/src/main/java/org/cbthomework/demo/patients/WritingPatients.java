package org.cbthomework.demo.patients;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/** Writes a demo patient, with all that belongs to the patient, as one transaction. */
final class WritingPatients {

    private WritingPatients() {}

    static Bundle bundle(DemoPatient patient, Instant now) {
        Course course = patient.course(now);
        return transaction(Stream.of(
                        Stream.of(patient(patient)),
                        WritingCare.resources(patient, course),
                        Proxy.actsFor(patient) ? Stream.of(Proxy.resource(patient, course)) : Stream.<Resource>empty(),
                        patient.orders().stream().map(order -> WritingOrders.write(patient, order, course)),
                        patient.orders().stream().flatMap(order -> WritingResponses.write(patient, order, course)))
                .flatMap(resources -> resources)
                .toList());
    }

    /** Stores each resource under its own id. */
    static Bundle transaction(List<? extends Resource> resources) {
        Bundle bundle = new Bundle().setType(BundleType.TRANSACTION);
        resources.forEach(resource -> bundle.addEntry()
                .setResource(resource)
                .getRequest()
                .setMethod(HTTPVerb.PUT)
                .setUrl(resource.fhirType() + "/" + resource.getIdElement().getIdPart()));
        return bundle;
    }

    private static Resource patient(DemoPatient demo) {
        Patient patient = Marks.marked(new Patient(), demo.id());
        patient.addExtension(
                "http://hl7.org/fhir/StructureDefinition/timezone",
                new CodeType(demo.zone().getId()));
        patient.addIdentifier().setSystem(Marks.SYSTEM + "/patient").setValue(demo.id());
        patient.setActive(true);
        patient.addName().setFamily(demo.name()).addGiven("Demo");
        patient.setBirthDateElement(new DateType(String.valueOf(demo.birthYear())));
        patient.addGeneralPractitioner(new Reference(demo.clinician().reference()));
        return patient;
    }
}
