package org.cbthomework.plugin.access;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.api.dao.IFhirResourceDao;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.param.ReferenceParam;
import ca.uhn.fhir.rest.server.exceptions.ResourceGoneException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.IdType;

/** What the server itself looks up to decide; never shown. */
final class Stored {

    private final DaoRegistry daos;

    Stored(DaoRegistry daos) {
        this.daos = daos;
    }

    /** A resource as it is now; nothing if it is not there or no longer. */
    Optional<IBaseResource> find(LocalReference reference) {
        if (!daos.isResourceTypeSupported(reference.type())) {
            return Optional.empty();
        }
        IFhirResourceDao<?> dao = daos.getResourceDao(reference.type());
        try {
            return Optional.of(dao.read(new IdType(reference.type(), reference.id()), new SystemRequestDetails()));
        } catch (ResourceNotFoundException | ResourceGoneException notThere) {
            return Optional.empty();
        }
    }

    <T extends IBaseResource> Optional<T> find(Class<T> type, String id) {
        return find(new LocalReference(type.getSimpleName(), id)).map(type::cast);
    }

    /** All resources of a type that refer to another by a search parameter. */
    <T extends IBaseResource> List<T> referring(Class<T> type, String parameter, String reference) {
        SearchParameterMap query = SearchParameterMap.newSynchronous(parameter, new ReferenceParam(reference));
        return daos.getResourceDao(type).searchForResources(query, new SystemRequestDetails());
    }
}
