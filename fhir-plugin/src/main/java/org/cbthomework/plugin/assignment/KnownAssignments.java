package org.cbthomework.plugin.assignment;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import org.cbthomework.plugin.ledger.AssignmentKey;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.ServiceRequest;

/**
 * Assignments as a response needs them: whose, and which worksheet. These do not change while an assignment lives, so they
 * are remembered and a response's transaction need not read; its terms may have changed since.
 */
public final class KnownAssignments {

    private static final int MOST_REMEMBERED = 100_000;

    private final Assignments assignments;
    private final RecordingAssignments recording;
    private final DaoRegistry daos;
    private final Cache<AssignmentKey, Assigned> remembered =
            Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).build();

    public KnownAssignments(Assignments assignments, RecordingAssignments recording, DaoRegistry daos) {
        this.assignments = assignments;
        this.recording = recording;
        this.daos = daos;
    }

    /** The assignment of that key, as remembered or as recorded. */
    public Optional<Assigned> find(AssignmentKey key) {
        Assigned known = remembered.getIfPresent(key);
        return known == null ? asStoredNow(key) : Optional.of(known);
    }

    /**
     * The assignment of that key as recorded; one that is stored in this very transaction, and whose turn to be recorded has
     * not come, is recorded first.
     */
    public Optional<Assigned> asStoredNow(AssignmentKey key) {
        Optional<Assigned> found = assignments.member(key);
        if (found.isEmpty() && recordIfStored(new IdType(key.resource()))) {
            found = assignments.member(key);
        }
        found.ifPresent(each -> remembered.put(key, each));
        return found;
    }

    /** Forgets what was remembered of a resource, after it changed. */
    public void forget(String resource) {
        remembered.asMap().keySet().removeIf(key -> key.resource().equals(resource));
    }

    /** Forgets all that was remembered. */
    public void forgetAll() {
        remembered.invalidateAll();
    }

    private boolean recordIfStored(IdType id) {
        try {
            if ("CarePlan".equals(id.getResourceType())) {
                CarePlan plan = daos.getResourceDao(CarePlan.class).read(id, new SystemRequestDetails());
                return recordIf(Activities.anyIn(plan), () -> recording.record(plan));
            }
            ServiceRequest order = daos.getResourceDao(ServiceRequest.class).read(id, new SystemRequestDetails());
            return recordIf(Orders.isHomework(order), () -> recording.record(order));
        } catch (BaseServerResponseException notThere) {
            // The storage itself refuses a reference to what does not exist, in its own words.
            return false;
        }
    }

    private static boolean recordIf(boolean isHomework, Runnable recording) {
        if (isHomework) {
            recording.run();
        }
        return isHomework;
    }
}
