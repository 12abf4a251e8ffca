package org.cbthomework.plugin.assignment;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.cbthomework.adherence.Assignment;
import org.cbthomework.adherence.schedule.Occasion;
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
 * @param labels what says that it is confidential or sensitive; of a chain, all labels of its members
 */
public record Assigned(
        AssignmentKey key,
        List<AssignmentKey> members,
        String subject,
        Optional<String> carePlan,
        Canonical worksheet,
        Assignment terms,
        boolean focal,
        Set<Label> labels) {

    public Assigned {
        labels = Set.copyOf(labels);
    }

    /** One without labels. */
    public Assigned(
            AssignmentKey key,
            List<AssignmentKey> members,
            String subject,
            Optional<String> carePlan,
            Canonical worksheet,
            Assignment terms,
            boolean focal) {
        this(key, members, subject, carePlan, worksheet, terms, focal, Set.of());
    }

    /** The same homework on other terms. */
    Assigned on(Assignment changed) {
        return new Assigned(key, members, subject, carePlan, worksheet, changed, focal, labels);
    }

    /** The assignment that it goes back to: what it is known by, however often its dose is changed. */
    public AssignmentKey root() {
        return members.get(0);
    }

    /** The name of one of its occasions, the same for ever. */
    public String nameOf(Occasion occasion) {
        return root().occasionPrefix() + occasion.key().value();
    }

    /** What was ordered, and the care plan that it belongs to, as relative references. */
    public List<String> basis() {
        return Stream.concat(Stream.of(key.resource()), carePlan.stream())
                .distinct()
                .toList();
    }

    /** Whether it is, or belongs to, what the resource is about: its patient, its plan, or one of its orders. */
    boolean isOf(String resource) {
        return subject.equals(resource)
                || carePlan.filter(resource::equals).isPresent()
                || members.stream().anyMatch(member -> member.resource().equals(resource));
    }
}
