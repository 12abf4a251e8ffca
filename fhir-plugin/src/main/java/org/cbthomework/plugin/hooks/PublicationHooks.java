package org.cbthomework.plugin.hooks;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.jpa.api.model.DeleteConflict;
import ca.uhn.fhir.jpa.api.model.DeleteConflictList;
import ca.uhn.fhir.jpa.delete.DeleteConflictOutcome;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.Optional;
import java.util.Set;
import org.cbthomework.plugin.ledger.ChangedPatients;
import org.cbthomework.plugin.ledger.PublishedRow;
import org.cbthomework.plugin.ledger.PublishedRows;
import org.cbthomework.plugin.publication.OwnWrites;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.jspecify.annotations.Nullable;

/** Storage hooks on what the plugin publishes: it stands in nobody's way, and comes back if somebody writes over it. */
@Interceptor
public final class PublicationHooks {

    private static final Set<String> TYPES = Set.of("Task", "Observation", "Provenance");

    private final PublishedRows published;
    private final ChangedPatients changed;
    private final Answering answering;

    public PublicationHooks(PublishedRows published, ChangedPatients changed, FhirContext fhir) {
        this.published = published;
        this.changed = changed;
        this.answering = new Answering(fhir);
    }

    /**
     * What is published may cite what is deleted: it is published anew without it, after the commit. And what the plugin
     * takes back, it takes back.
     */
    @Hook(Pointcut.STORAGE_PRESTORAGE_DELETE_CONFLICTS)
    public @Nullable DeleteConflictOutcome deleting(DeleteConflictList conflicts, @Nullable RequestDetails request) {
        answering.answer(() -> conflicts.removeIf(conflict -> OwnWrites.made(request) || isPublished(conflict)));
        // HAPI has looked for the first conflict alone: behind one of ours there may be another.
        return conflicts.isEmpty() ? new DeleteConflictOutcome().setShouldRetryCount(1) : null;
    }

    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_UPDATED)
    public void updated(IBaseResource before, IBaseResource resource, @Nullable RequestDetails request) {
        restore(resource, request);
    }

    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_DELETED)
    public void deleted(IBaseResource resource, @Nullable RequestDetails request) {
        restore(resource, request);
    }

    private void restore(IBaseResource resource, @Nullable RequestDetails request) {
        if (TYPES.contains(resource.fhirType()) && !OwnWrites.made(request)) {
            answering.answer(() -> published(resource).ifPresent(row -> {
                published.forget(row.resource());
                changed.note(row.subject());
            }));
        }
    }

    private Optional<PublishedRow> published(IBaseResource resource) {
        return published.find(
                resource.fhirType() + "/" + resource.getIdElement().getIdPart());
    }

    private boolean isPublished(DeleteConflict conflict) {
        String source = conflict.getSourceId().toUnqualifiedVersionless().getValue();
        return published.find(source).filter(row -> !row.isGiven()).isPresent();
    }
}
