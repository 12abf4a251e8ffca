package org.cbthomework.plugin.access;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import java.util.Set;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** A storage hook: what a clinician is remembered to reach is forgotten when what it follows from has changed. */
@Interceptor
final class RelationHooks {

    private static final Set<String> DECIDING = Set.of("CareTeam", "ServiceRequest", "PractitionerRole");

    private final Relations relations;

    RelationHooks(Relations relations) {
        this.relations = relations;
    }

    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_CREATED)
    public void created(IBaseResource resource) {
        changed(resource);
    }

    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_UPDATED)
    public void updated(IBaseResource before, IBaseResource resource) {
        changed(resource);
    }

    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_DELETED)
    public void deleted(IBaseResource resource) {
        changed(resource);
    }

    /** Only once it is committed: until then, looking it up again would find what was. */
    private void changed(IBaseResource resource) {
        if (!DECIDING.contains(resource.fhirType())) {
            return;
        }
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    relations.forgetAll();
                }
            });
        } else {
            relations.forgetAll();
        }
    }
}
