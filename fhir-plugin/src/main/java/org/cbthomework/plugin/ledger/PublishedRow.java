package org.cbthomework.plugin.ledger;

import java.util.Optional;
import org.cbthomework.adherence.schedule.OccasionKey;

/**
 * A resource that is published.
 *
 * @param resource the resource, as a relative reference
 * @param subject the patient, as a relative reference
 * @param occasion the occasion that it is, if it is one
 * @param content a digest of its content
 */
public record PublishedRow(
        String resource, String subject, AssignmentKey assignment, Optional<OccasionKey> occasion, String content) {

    /** Whether somebody else wrote it, and only its state is published. */
    public boolean isGiven() {
        return occasion.filter(key -> key.value().equals(resource)).isPresent();
    }
}
