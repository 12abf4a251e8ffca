package org.cbthomework.plugin.subset;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemEnableWhenComponent;

/** Items that depend on themselves: by conditions, by values that follow from others, by the group they are in. */
final class Circles {

    private final List<Placed> items;
    private final Reasons reasons;
    private final Map<String, Set<String>> dependsOn = new HashMap<>();
    private final Set<String> settled = new HashSet<>();
    private final Set<String> onTheWay = new HashSet<>();

    Circles(List<Placed> items, Expressions expressions, Reasons reasons) {
        this.items = items;
        this.reasons = reasons;
        items.forEach(placed -> {
            Set<String> on = dependsOn.computeIfAbsent(placed.linkId(), each -> new HashSet<>());
            placed.parent().ifPresent(parent -> on.add(parent.linkId()));
            placed.item().getEnableWhen().stream()
                    .map(QuestionnaireItemEnableWhenComponent::getQuestion)
                    .forEach(on::add);
            expressions
                    .deciding(placed.linkId())
                    .forEach(formula -> items.stream()
                            .map(Placed::linkId)
                            .filter(formula::mentions)
                            .forEach(on::add));
        });
    }

    void check() {
        items.forEach(placed -> {
            if (isInCircle(placed.linkId())) {
                reasons.add(placed, "cycle", "depends on itself, directly or through others; break the circle");
            }
        });
    }

    /** Whether the way from here leads back into itself; each circle is told once. */
    private boolean isInCircle(String linkId) {
        if (settled.contains(linkId)) {
            return false;
        }
        if (!onTheWay.add(linkId)) {
            return true;
        }
        boolean found = false;
        for (String other : dependsOn.getOrDefault(linkId, Set.of())) {
            found |= isInCircle(other);
        }
        onTheWay.remove(linkId);
        settled.add(linkId);
        return found;
    }
}
