package org.cbthomework.plugin.subset;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.cbthomework.plugin.subset.list.SubsetList;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemEnableWhenComponent;

/** When items are shown. */
final class Conditions {

    private final SubsetList list;
    private final List<Placed> items;
    private final Reasons reasons;
    private final Map<String, Placed> byLinkId;

    Conditions(SubsetList list, List<Placed> items, Reasons reasons) {
        this.list = list;
        this.items = items;
        this.reasons = reasons;
        this.byLinkId = items.stream()
                .collect(Collectors.toUnmodifiableMap(Placed::linkId, each -> each, (first, second) -> first));
    }

    void check() {
        items.forEach(placed -> {
            placed.item().getEnableWhen().forEach(each -> check(placed, each));
            if (placed.item().hasEnableWhen()
                    && placed.value(Placed.SDC + "enableWhenExpression").isPresent()) {
                reasons.add(placed, "condition-twice", "has conditions and an expression as well; say it in one");
            }
        });
    }

    private void check(Placed placed, QuestionnaireItemEnableWhenComponent condition) {
        Placed asked = byLinkId.get(String.valueOf(condition.getQuestion()));
        if (asked == null || !asked.isQuestion() || asked.equals(placed)) {
            reasons.add(placed, "condition-question", "has a condition on what is no other question here; name one");
            return;
        }
        String operator =
                condition.getOperator() == null ? "" : condition.getOperator().toCode();
        String answer = condition.getAnswer() == null
                ? "nothing"
                : condition.getAnswer().fhirType();
        if (!list.comparedBy(operator).contains(answer)) {
            reasons.add(
                    placed,
                    "condition-operator",
                    "has a condition that asks " + operator + " of a value of type " + answer + "; ask another way");
        } else if (!"exists".equals(operator)
                && !list.conditionAnswers().getOrDefault(asked.type(), Set.of()).contains(answer)) {
            reasons.add(
                    placed,
                    "condition-type",
                    "has a condition with a value of type " + answer + ", which '" + asked.linkId()
                            + "' never has; compare with its own type");
        }
    }
}
