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
 */
public record Assigned(
        AssignmentKey key,
        List<AssignmentKey> members,
        String subject,
        Optional<String> carePlan,
        Canonical worksheet,
        Assignment terms) {

    /** The same homework on other terms. */
    Assigned on(Assignment changed) {
        return new Assigned(key, members, subject, carePlan, worksheet, changed);
    }

    /** Whether it is, or belongs to, what the resource is about: its patient, its plan, or one of its orders. */
    boolean isOf(String resource) {
        return subject.equals(resource)
                || carePlan.filter(resource::equals).isPresent()
                || members.stream().anyMatch(member -> member.resource().equals(resource));
    }
}
