package org.cbthomework.plugin.ledger;

import org.cbthomework.adherence.Submission;

/**
 * A response as recorded.
 *
 * @param subject the patient, as a relative reference
 * @param version the version of the resource that it was read from
 */
public record ResponseRow(AssignmentKey assignment, String subject, long version, Submission submission) {}
