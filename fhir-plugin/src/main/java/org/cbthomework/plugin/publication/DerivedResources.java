package org.cbthomework.plugin.publication;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.api.dao.IFhirSystemDao;
import ca.uhn.fhir.rest.server.exceptions.ResourceGoneException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
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

    /** Stores resources under their own ids, and deletes others, all in the transaction that is open. */
    void write(List<DomainResource> resources, List<String> gone) {
        Bundle bundle = new Bundle().setType(BundleType.TRANSACTION);
        resources.forEach(resource -> {
            String name = resource.fhirType() + "/" + resource.getIdElement().getIdPart();
            bundle.addEntry()
                    .setResource(resource)
                    .getRequest()
                    .setMethod(HTTPVerb.PUT)
                    .setUrl(name);
        });
        gone.forEach(name ->
                bundle.addEntry().getRequest().setMethod(HTTPVerb.DELETE).setUrl(name));
        if (bundle.hasEntry()) {
            systemDao().transactionNested(OwnWrites.request(), bundle);
        }
    }

    @SuppressWarnings("unchecked") // The registry does not say of which version it is; the plugin is for R4.
    private IFhirSystemDao<Bundle, ?> systemDao() {
        return daos.getSystemDao();
    }
}
