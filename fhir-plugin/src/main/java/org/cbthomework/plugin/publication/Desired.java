package org.cbthomework.plugin.publication;

import java.util.Optional;
import org.cbthomework.adherence.schedule.OccasionKey;
import org.cbthomework.plugin.ledger.AssignmentKey;
import org.hl7.fhir.r4.model.DomainResource;

/**
 * A resource as it should be published.
 *
 * @param occasion the occasion that it is, if it is one
 */
record Desired(DomainResource resource, AssignmentKey assignment, Optional<OccasionKey> occasion) {

    /** The resource, as a relative reference. */
    String name() {
        return resource.fhirType() + "/" + resource.getIdElement().getIdPart();
    }
}
