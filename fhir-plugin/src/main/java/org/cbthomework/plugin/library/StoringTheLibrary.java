package org.cbthomework.plugin.library;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.api.dao.IFhirResourceDao;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.server.exceptions.ResourceGoneException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.util.List;
import java.util.Optional;
import org.cbthomework.questionnaires.LibraryResource;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.MetadataResource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores the library's resources by their ids, leaving alone what is there already. A version that assignments may still
 * name is kept beside its successor, and a resource of the server's own is never overwritten.
 */
public final class StoringTheLibrary {

    private static final Logger LOG = LoggerFactory.getLogger(StoringTheLibrary.class);

    private final FhirContext fhir;
    private final DaoRegistry daos;

    public StoringTheLibrary(FhirContext fhir, DaoRegistry daos) {
        this.fhir = fhir;
        this.daos = daos;
    }

    /** Stores them in the given order, in which each comes before those that refer to it. */
    public void store(List<LibraryResource> resources) {
        resources.forEach(each -> store((MetadataResource) fhir.newJsonParser().parseResource(each.json())));
    }

    private void store(MetadataResource resource) {
        Optional<MetadataResource> there = find(resource.getIdElement().toUnqualifiedVersionless());
        if (there.isEmpty()) {
            dao(resource).update(resource, new SystemRequestDetails());
        } else if (!resource.getUrl().equals(there.get().getUrl())) {
            LOG.warn(
                    "{} is taken by {}; the library's {} was not stored. Give the former another id, and start again",
                    resource.getId(),
                    there.get().getUrl(),
                    resource.getUrl());
        } else if (!resource.getVersion().equals(there.get().getVersion())) {
            keepBeside(there.get());
            dao(resource).update(resource, new SystemRequestDetails());
        }
    }

    private void keepBeside(MetadataResource older) {
        MetadataResource kept = older.copy();
        IdType id = new IdType(older.fhirType(), older.getIdElement().getIdPart() + "-" + older.getVersion());
        if (find(id).isEmpty()) {
            kept.setId(id);
            kept.setMeta(null);
            dao(kept).update(kept, new SystemRequestDetails());
        }
    }

    private Optional<MetadataResource> find(IdType id) {
        try {
            return Optional.of(
                    (MetadataResource) daos.getResourceDao(id.getResourceType()).read(id, new SystemRequestDetails()));
        } catch (ResourceNotFoundException | ResourceGoneException notThere) {
            return Optional.empty();
        }
    }

    private IFhirResourceDao<MetadataResource> dao(MetadataResource resource) {
        return daos.getResourceDao(resource);
    }
}
