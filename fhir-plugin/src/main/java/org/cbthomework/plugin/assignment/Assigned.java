package org.cbthomework.plugin.assignment;

import java.util.Optional;
import org.cbthomework.adherence.Assignment;
import org.cbthomework.plugin.ledger.AssignmentKey;
import org.cbthomework.plugin.worksheet.Canonical;

/**
 * Homework as assigned: to whom, which worksheet, on what terms.
 *
 * @param subject the patient, as a relative reference
 * @param carePlan the care plan it belongs to, if it says so
 */
public record Assigned(
        AssignmentKey key, String subject, Optional<String> carePlan, Canonical worksheet, Assignment terms) {}
