package org.cbthomework.plugin.assignment;

import java.util.List;
import java.util.Optional;
import org.cbthomework.adherence.Assignment;
import org.cbthomework.plugin.ledger.AssignmentKey;
import org.cbthomework.plugin.worksheet.Canonical;

/**
 * Homework as assigned: to whom, which worksheet, on what terms.
 *
 * @param key the assignment; of a chain, its latest member
 * @param members all assignments of its chain, the earliest first: their responses count together
 * @param subject the patient, as a relative reference
 * @param carePlan the care plan it belongs to, if it says so
 * @param focal whether the clinician marks it as what therapy is about just now
 */
public record Assigned(
        AssignmentKey key,
        List<AssignmentKey> members,
        String subject,
        Optional<String> carePlan,
        Canonical worksheet,
        Assignment terms,
        boolean focal) {}
