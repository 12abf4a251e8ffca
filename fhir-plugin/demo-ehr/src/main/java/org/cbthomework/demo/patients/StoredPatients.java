package org.cbthomework.demo.patients;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.api.dao.IFhirResourceDao;
import ca.uhn.fhir.jpa.api.dao.IFhirSystemDao;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.param.ReferenceParam;
import ca.uhn.fhir.rest.server.exceptions.ResourceGoneException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import ca.uhn.fhir.rest.server.exceptions.ResourceVersionConflictException;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.instance.model.api.IIdType;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Meta;
import org.hl7.fhir.r4.model.Patient;

/** The demo patients that the server already has; each is stored, and removed, in one transaction or not at all. */
final class StoredPatients {

    /** What belongs to a patient, each before what it may refer to. */
    private static final List<String> BELONGINGS = List.of(
            "QuestionnaireResponse",
            "Observation",
            "Task",
            "ServiceRequest",
            "CarePlan",
            "Goal",
            "Encounter",
            "CareTeam",
            "RelatedPerson");

    private static final int ATTEMPTS = 3;

    private final DaoRegistry daos;
    private final IFhirSystemDao<Bundle, Meta> system;

    StoredPatients(DaoRegistry daos, IFhirSystemDao<Bundle, Meta> system) {
        this.daos = daos;
        this.system = system;
    }

    Presence find(DemoPatient patient) {
        try {
            Patient stored = daos.getResourceDao(Patient.class)
                    .read(new IdType("Patient", patient.id()), new SystemRequestDetails());
            return stored.getMeta().getTag().stream()
                    .filter(tag -> Marks.SYSTEM.equals(tag.getSystem()))
                    .map(tag -> Marks.seed().equals(tag.getCode()) ? Presence.CURRENT : Presence.OF_ANOTHER_SEED)
                    .findFirst()
                    .orElse(Presence.SOMEBODY_ELSE);
        } catch (ResourceNotFoundException | ResourceGoneException notThere) {
            return Presence.ABSENT;
        }
    }

    void store(Bundle transaction) {
        system.transaction(new SystemRequestDetails(), transaction);
    }

    /** Removes the patient and all homework of the patient, whoever wrote it, and what is being published meanwhile. */
    void remove(DemoPatient patient) {
        for (int left = ATTEMPTS; ; left--) {
            try {
                removeOnce(patient);
                return;
            } catch (ResourceVersionConflictException another) {
                if (left == 1) {
                    throw another;
                }
            }
        }
    }

    private void removeOnce(DemoPatient patient) {
        Bundle bundle = new Bundle().setType(BundleType.TRANSACTION);
        Stream.concat(
                        BELONGINGS.stream().flatMap(type -> belongings(type, patient)),
                        Stream.of("Patient/" + patient.id()))
                .forEach(url -> bundle.addEntry()
                        .getRequest()
                        .setMethod(HTTPVerb.DELETE)
                        .setUrl(url));
        system.transaction(new SystemRequestDetails(), bundle);
    }

    private Stream<String> belongings(String type, DemoPatient patient) {
        SearchParameterMap ofPatient =
                SearchParameterMap.newSynchronous().add("patient", new ReferenceParam("Patient/" + patient.id()));
        IFhirResourceDao<?> dao = daos.getResourceDao(type);
        return dao.searchForResourceIds(ofPatient, new SystemRequestDetails()).stream()
                .map(IIdType::getIdPart)
                .map(id -> type + "/" + id);
    }
}
