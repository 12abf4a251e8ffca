package org.cbthomework.launch.homework;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.ServiceRequest;

/** The clock on a patient's wall. */
public final class Zones {

    private static final String OF_PATIENTS = "http://hl7.org/fhir/StructureDefinition/timezone";
    private static final String OF_ORDERS = "https://w3id.org/cbt-homework/fhir/StructureDefinition/timezone";

    private Zones() {}

    /**
     * The zone that a record tells.
     *
     * @param otherwise the zone if it tells none, or none that there is
     */
    public static ZoneId of(Patient patient, ZoneId otherwise) {
        return of(patient, OF_PATIENTS, otherwise);
    }

    /** The clock that an order goes by. */
    public static ZoneId of(ServiceRequest order, ZoneId otherwise) {
        return of(order, OF_ORDERS, otherwise);
    }

    private static ZoneId of(DomainResource resource, String extension, ZoneId otherwise) {
        return Optional.ofNullable(resource.getExtensionByUrl(extension))
                .map(Extension::getValueAsPrimitive)
                .flatMap(value -> named(value.getValueAsString()))
                .orElse(otherwise);
    }

    static Optional<ZoneId> named(String name) {
        try {
            return Optional.of(ZoneId.of(name));
        } catch (DateTimeException unknown) {
            return Optional.empty();
        }
    }
}
