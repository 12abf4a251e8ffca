package org.cbthomework.plugin.access;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.server.exceptions.ResourceVersionConflictException;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.cbthomework.plugin.access.token.Stub;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.RelatedPerson;

/**
 * Keeps a resource for each person of an EHR whom a verified grant names: who they are there, and for patients where they
 * live. Nothing else of them is known here.
 */
final class Stubs {

    private static final String ZONE = "http://hl7.org/fhir/StructureDefinition/timezone";
    private static final int MOST_REMEMBERED = 10_000;
    private static final int TRIES = 4;
    /** One that was deleted comes back after so long, with the next grant that names them. */
    private static final Duration REMEMBERED = Duration.ofMinutes(1);

    private final Stored stored;
    private final DaoRegistry daos;
    private final Cache<Stub, Boolean> kept = Caffeine.newBuilder()
            .maximumSize(MOST_REMEMBERED)
            .expireAfterWrite(REMEMBERED)
            .build();

    Stubs(Stored stored, DaoRegistry daos) {
        this.stored = stored;
        this.daos = daos;
    }

    /**
     * Sees that they are stored, each in a transaction of its own.
     *
     * @throws ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException if an id is taken by somebody else
     */
    void keep(List<Stub> stubs) {
        for (Stub stub : stubs) {
            if (kept.getIfPresent(stub) == null) {
                keep(stub);
                kept.put(stub, true);
            }
        }
    }

    /** Of several that come at once one creates it; the others find it when they look again. */
    private void keep(Stub stub) {
        for (int tried = 1; ; tried++) {
            try {
                Optional<DomainResource> there =
                        stored.find(new LocalReference(stub.type(), stub.id())).map(DomainResource.class::cast);
                if (there.isEmpty()) {
                    write(made(stub));
                } else {
                    refuseAnother(there.get(), stub);
                    stub.zone().filter(zone -> !zone.equals(zone(there.get()))).ifPresent(zone -> {
                        there.get().getExtension().removeIf(each -> ZONE.equals(each.getUrl()));
                        there.get().addExtension(zone(zone));
                        write(there.get());
                    });
                }
                return;
            } catch (ResourceVersionConflictException faster) {
                if (tried == TRIES) {
                    throw faster;
                }
            }
        }
    }

    private void write(DomainResource resource) {
        daos.getResourceDao(resource).update(resource, new SystemRequestDetails());
    }

    private static DomainResource made(Stub stub) {
        Identifier there = identifier(stub);
        DomainResource made = switch (stub.type()) {
            case "Patient" -> new Patient().addIdentifier(there);
            case "Practitioner" -> new Practitioner().addIdentifier(there);
            case "PractitionerRole" -> new PractitionerRole().addIdentifier(there);
            // Whether the mandate holds, the EHR says anew with each launch.
            case "RelatedPerson" ->
                new RelatedPerson()
                        .addIdentifier(there)
                        .setActive(true)
                        .setPatient(new Reference("Patient/" + stub.patient().orElseThrow()));
            default -> throw new IllegalArgumentException(stub.type() + " is no type of people");
        };
        stub.zone().ifPresent(zone -> made.addExtension(zone(zone)));
        made.setId(stub.type() + "/" + stub.id());
        return made;
    }

    private static Identifier identifier(Stub stub) {
        return new Identifier().setSystem(stub.ehr()).setValue(stub.value());
    }

    private static Extension zone(String name) {
        return new Extension(ZONE, new CodeType(name));
    }

    private static String zone(DomainResource patient) {
        return patient.getExtensionsByUrl(ZONE).stream()
                .map(Extension::getValueAsPrimitive)
                .map(value -> value == null ? "" : value.getValueAsString())
                .findFirst()
                .orElse("");
    }

    /** An id that somebody else was given is not theirs, however that came about; nor is one's mandate for another. */
    private static void refuseAnother(DomainResource there, Stub stub) {
        boolean isTheirs = there.getNamedProperty("identifier").getValues().stream()
                .map(Identifier.class::cast)
                .anyMatch(each ->
                        stub.ehr().equals(each.getSystem()) && stub.value().equals(each.getValue()));
        boolean isOfAnother = there instanceof RelatedPerson proxy
                && !stub.patient()
                        .filter(proxy.getPatient().getReferenceElement().getIdPart()::equals)
                        .isPresent();
        if (!isTheirs || isOfAnother) {
            throw Denial.forbidden();
        }
    }
}
