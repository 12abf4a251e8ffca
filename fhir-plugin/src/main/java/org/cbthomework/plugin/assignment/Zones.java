package org.cbthomework.plugin.assignment;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import java.time.ZoneId;
import java.util.Optional;
import org.cbthomework.plugin.refusal.Refused;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;

/** The zone that an assignment is expanded in: its own, else the patient's, else the server's; never a guess. */
public final class Zones {

    private final DaoRegistry daos;
    private final Optional<ZoneId> ofTheServer;

    /**
     * @param ofTheServer what the server is configured to assume for patients of unknown zone, if anything
     */
    public Zones(DaoRegistry daos, Optional<ZoneId> ofTheServer) {
        this.daos = daos;
        this.ofTheServer = ofTheServer;
    }

    /** Writes the zone into an assignment that has none, so that it is the same for ever. */
    void settle(DomainResource assignment, Reference subject) {
        if (assignment.getExtensionByUrl(HomeworkExtensions.TIMEZONE) == null) {
            ofPatient(subject)
                    .or(() -> ofTheServer)
                    .ifPresent(
                            zone -> assignment.addExtension(HomeworkExtensions.TIMEZONE, new CodeType(zone.getId())));
        }
    }

    /**
     * The zone that an assignment says.
     *
     * @throws Refused if it says none, or one that is unknown
     */
    static ZoneId of(DomainResource assignment) {
        return HomeworkExtensions.value(assignment, HomeworkExtensions.TIMEZONE, Type.class)
                .map(Zones::parse)
                .orElseThrow(() -> new Refused(
                        HomeworkExtensions.TIMEZONE,
                        "The assignment has no time zone, nor has its patient or this server; add the extension "
                                + HomeworkExtensions.TIMEZONE + " with an IANA name such as Europe/Berlin"));
    }

    private static ZoneId parse(Type value) {
        String name = value instanceof CodeType || value instanceof StringType ? value.primitiveValue() : "";
        if (!ZoneId.getAvailableZoneIds().contains(name)) {
            throw new Refused(
                    HomeworkExtensions.TIMEZONE,
                    "The time zone '" + name + "' is unknown; use an IANA name such as Europe/Berlin");
        }
        return ZoneId.of(name);
    }

    private Optional<ZoneId> ofPatient(Reference subject) {
        if (!"Patient".equals(subject.getReferenceElement().getResourceType())) {
            return Optional.empty();
        }
        try {
            Patient patient =
                    daos.getResourceDao(Patient.class).read(subject.getReferenceElement(), new SystemRequestDetails());
            return HomeworkExtensions.value(patient, HomeworkExtensions.HL7_TIMEZONE, Type.class)
                    .map(Zones::parse);
        } catch (BaseServerResponseException notThere) {
            // The storage itself refuses a subject that does not exist, in its own words.
            return Optional.empty();
        }
    }
}
