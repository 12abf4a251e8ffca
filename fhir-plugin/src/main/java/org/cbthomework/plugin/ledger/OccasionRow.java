package org.cbthomework.plugin.ledger;

import java.time.Instant;

/**
 * An occasion that somebody else laid out: a Task of a care plan.
 *
 * @param task the Task, as a relative reference
 * @param assignment the homework it is an occasion of
 * @param subject the patient, as a relative reference
 * @param opens the start of its window, inclusive
 * @param closes the end of its window, exclusive
 */
public record OccasionRow(
        String task,
        AssignmentKey assignment,
        String subject,
        String worksheet,
        String kind,
        String zone,
        Instant opens,
        Instant closes) {}
