package org.cbthomework.plugin.rebuild;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.api.dao.IFhirResourceDao;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.server.exceptions.ResourceGoneException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.instance.model.api.IIdType;
import org.hl7.fhir.r4.model.IdType;

/** All that is stored, read past every cache. */
final class StoredResources {

    private final DaoRegistry daos;

    StoredResources(DaoRegistry daos) {
        this.daos = daos;
    }

    /** The resources of a type, as relative references. */
    List<String> names(String type) {
        SearchParameterMap all = SearchParameterMap.newSynchronous();
        IFhirResourceDao<?> dao = daos.getResourceDao(type);
        return dao.searchForResourceIds(all, new SystemRequestDetails()).stream()
                .map(IIdType::getIdPart)
                .map(id -> type + "/" + id)
                .toList();
    }

    /** The resource as it is now, if it is there. */
    Optional<IBaseResource> find(String name) {
        IdType id = new IdType(name);
        try {
            return Optional.of(daos.getResourceDao(id.getResourceType()).read(id, new SystemRequestDetails()));
        } catch (ResourceNotFoundException | ResourceGoneException notThere) {
            return Optional.empty();
        }
    }
}
