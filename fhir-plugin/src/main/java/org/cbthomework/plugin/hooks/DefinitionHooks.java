package org.cbthomework.plugin.hooks;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.rest.api.RequestTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.server.exceptions.ResourceGoneException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.util.Optional;
import org.hl7.fhir.instance.model.api.IIdType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.OperationDefinition;

/**
 * Lets our OperationDefinitions be read as they are stored. HAPI answers the read of a definition itself, from those that
 * it generates, and knows no other; only a version is read from the storage. So the read of one of ours becomes the read of
 * its newest version, before HAPI chooses who answers.
 */
@Interceptor
public final class DefinitionHooks {

    private static final String TYPE = "OperationDefinition";
    private static final String OURS = "https://w3id.org/cbt-homework/fhir/OperationDefinition/";

    private final DaoRegistry daos;

    public DefinitionHooks(DaoRegistry daos) {
        this.daos = daos;
    }

    /** Whoever may not read it is refused afterwards, as with any other read. */
    @Hook(Pointcut.SERVER_INCOMING_REQUEST_PRE_HANDLER_SELECTED)
    public void readAsStored(RequestDetails request) {
        if (readsADefinition(request)) {
            newestOfOurs(request.getId().getIdPart()).ifPresent(request::setId);
        }
    }

    private static boolean readsADefinition(RequestDetails request) {
        boolean reads =
                request.getRequestType() == RequestTypeEnum.GET || request.getRequestType() == RequestTypeEnum.HEAD;
        IIdType id = request.getId();
        return reads
                && TYPE.equals(request.getResourceName())
                && id != null
                && id.hasIdPart()
                && !id.hasVersionIdPart()
                && request.getOperation() == null;
    }

    private Optional<IIdType> newestOfOurs(String id) {
        try {
            OperationDefinition stored = daos.getResourceDao(OperationDefinition.class)
                    .read(new IdType(TYPE, id), new SystemRequestDetails());
            return Optional.of(stored)
                    .filter(definition ->
                            definition.hasUrl() && definition.getUrl().startsWith(OURS))
                    .map(definition -> definition.getIdElement().toUnqualified());
        } catch (ResourceNotFoundException | ResourceGoneException notThere) {
            return Optional.empty();
        }
    }
}
