package org.cbthomework.launch.homework;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Patient;

/** The clock on a patient's wall. */
public final class Zones {

    private static final String TIMEZONE = "http://hl7.org/fhir/StructureDefinition/timezone";

    private Zones() {}

    /**
     * The zone that a record tells.
     *
     * @param otherwise the zone if it tells none, or none that there is
     */
    public static ZoneId of(Patient patient, ZoneId otherwise) {
        return Optional.ofNullable(patient.getExtensionByUrl(TIMEZONE))
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
