package org.cbthomework.plugin.access;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.cbthomework.plugin.access.rule.Rule;
import org.cbthomework.plugin.access.rule.Rules;

/**
 * What ties a clinician to patients, whenever it may count.
 *
 * @param memberships in care teams, by patient
 * @param assigned the patients to whom the clinician has assigned what is under way
 * @param roles when which role counts
 */
record Ties(Map<String, List<Span>> memberships, Set<String> assigned, Map<String, List<Span>> roles) {

    Ties {
        memberships = Map.copyOf(memberships);
        assigned = Set.copyOf(assigned);
        roles = Map.copyOf(roles);
    }

    /** Whoever has left the care team of a patient has left: what they once assigned there reaches no further. */
    Standing at(Instant moment, Rules rules) {
        Set<String> patients = new HashSet<>(assigned);
        memberships.forEach((patient, spans) -> {
            if (spans.stream().anyMatch(span -> span.includes(moment)) || !rules.hold(Rule.CARE_TEAM_IS_CURRENT)) {
                patients.add(patient);
            } else if (spans.stream().anyMatch(span -> span.isOver(moment))) {
                patients.remove(patient);
            }
        });
        Set<String> current = roles.entrySet().stream()
                .filter(role -> role.getValue().stream().anyMatch(span -> span.includes(moment)))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        return new Standing(patients, current);
    }
}
