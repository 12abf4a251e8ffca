package org.cbthomework.plugin.subset;

import java.util.List;
import java.util.Optional;
import org.cbthomework.plugin.subset.list.SubsetList;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Type;
import org.hl7.fhir.r4.model.ValueSet;

/** What choices offer, and what is filled in from the start. */
final class Offers {

    private final SubsetList list;
    private final Questionnaire questionnaire;
    private final Reasons reasons;

    Offers(SubsetList list, Questionnaire questionnaire, Reasons reasons) {
        this.list = list;
        this.questionnaire = questionnaire;
        this.reasons = reasons;
    }

    void check(List<Placed> items) {
        items.forEach(this::check);
    }

    private void check(Placed placed) {
        boolean isChoice = "choice".equals(placed.type()) || "open-choice".equals(placed.type());
        boolean offers = placed.item().hasAnswerOption() || placed.item().hasAnswerValueSet();
        if (!isChoice && offers) {
            reasons.add(placed, "options", "offers answers; make it a choice or an open-choice");
        }
        if (isChoice && !offers && placed.value(Placed.SDC + "answerExpression").isEmpty()) {
            reasons.add(placed, "options", "offers nothing to choose from; add options");
        }
        placed.item().getAnswerOption().forEach(option -> {
            String type =
                    option.getValue() == null ? "nothing" : option.getValue().fhirType();
            if (!list.answerOptions().contains(type)) {
                reasons.add(placed, "options", "offers a " + type + "; offer a Coding or a string");
            }
        });
        if (placed.item().hasAnswerValueSet()) {
            valueSet(placed);
        }
        initial(placed, isChoice);
    }

    private void valueSet(Placed placed) {
        String reference = placed.item().getAnswerValueSet();
        Optional<ValueSet> contained = questionnaire.getContained().stream()
                .filter(ValueSet.class::isInstance)
                .map(ValueSet.class::cast)
                .filter(each ->
                        reference.equals("#" + each.getIdElement().getIdPart().replace("#", "")))
                .findFirst();
        if (contained.isEmpty()) {
            reasons.add(placed, "value-set", "takes its options from elsewhere; contain the value set");
            return;
        }
        int concepts = count(contained.get());
        if (concepts == 0) {
            reasons.add(placed, "value-set", "has a value set that lists no concepts; list them");
        } else if (concepts > list.limits().options()) {
            reasons.add(placed, "limit", "offers more than " + list.limits().options() + " options; offer fewer");
        }
    }

    private static int count(ValueSet valueSet) {
        if (valueSet.hasExpansion()) {
            return valueSet.getExpansion().getContains().size();
        }
        boolean isListed = !valueSet.getCompose().hasExclude()
                && valueSet.getCompose().getInclude().stream()
                        .allMatch(include -> include.hasConcept() && !include.hasValueSet() && !include.hasFilter());
        return isListed
                ? valueSet.getCompose().getInclude().stream()
                        .mapToInt(include -> include.getConcept().size())
                        .sum()
                : 0;
    }

    private void initial(Placed placed, boolean isChoice) {
        long chosen = placed.item().getAnswerOption().stream()
                .filter(each -> each.getInitialSelected())
                .count();
        int given = placed.item().getInitial().size();
        if (given + chosen > 1 && !placed.item().getRepeats()) {
            reasons.add(placed, "initial", "has several initial values and does not repeat; leave one");
        }
        if (given > 0 && (!placed.isQuestion() || placed.item().hasAnswerOption())) {
            reasons.add(
                    placed,
                    "initial",
                    "has an initial value that it cannot have; mark an option as selected, or take it out");
        }
        placed.item().getInitial().forEach(each -> {
            if (!isChoice && !fits(placed.type(), each.getValue())) {
                reasons.add(placed, "initial", "has an initial value of another type; give one of its own");
            }
        });
    }

    private static boolean fits(String itemType, Type value) {
        String type = value == null ? "" : value.fhirType();
        return switch (itemType) {
            case "string", "text" -> "string".equals(type);
            case "url" -> "uri".equals(type);
            case "attachment" -> "Attachment".equals(type);
            case "quantity" -> "Quantity".equals(type);
            default -> itemType.equals(type);
        };
    }
}
