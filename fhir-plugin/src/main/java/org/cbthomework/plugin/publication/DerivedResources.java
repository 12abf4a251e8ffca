package org.cbthomework.plugin.publication;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.api.dao.IFhirResourceDao;
import ca.uhn.fhir.rest.server.exceptions.ResourceGoneException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.util.Optional;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.IdType;

/** The server's storage, as far as publishing needs it. */
final class DerivedResources {

    private final DaoRegistry daos;

    DerivedResources(DaoRegistry daos) {
        this.daos = daos;
    }

    /** The resource as stored now, if it is. */
    <T extends DomainResource> Optional<T> find(Class<T> type, String name) {
        try {
            return Optional.of(daos.getResourceDao(type).read(new IdType(name), OwnWrites.request()));
        } catch (ResourceNotFoundException | ResourceGoneException notThere) {
            return Optional.empty();
        }
    }

    /** Stores the resource under its own id. */
    void store(DomainResource resource) {
        dao(resource).update(resource, OwnWrites.request());
    }

    /** Deletes the resource, if it is there. */
    void delete(String name) {
        IdType id = new IdType(name);
        daos.getResourceDao(id.getResourceType()).delete(id, OwnWrites.request());
    }

    private IFhirResourceDao<DomainResource> dao(DomainResource resource) {
        return daos.getResourceDao(resource);
    }
}
