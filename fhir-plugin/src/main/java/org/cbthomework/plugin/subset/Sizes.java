package org.cbthomework.plugin.subset;

import java.util.List;
import org.cbthomework.plugin.subset.list.SubsetList.Limits;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/** How many there may be, and how long. */
final class Sizes {

    private Sizes() {}

    /** Whether it is small enough for the rest to be worth looking at. */
    static boolean check(Limits limits, Questionnaire questionnaire, List<Placed> items, Reasons reasons) {
        if (items.size() > limits.items()) {
            String says = "has " + items.size() + " items; split it, at most " + limits.items() + " each";
            reasons.add("", "Questionnaire", "limit", says);
            return false;
        }
        if (questionnaire.getItem().isEmpty()) {
            reasons.add("", "Questionnaire", "text", "asks nothing; add items");
        }
        items.forEach(each -> check(limits, each, reasons));
        return true;
    }

    private static void check(Limits limits, Placed placed, Reasons reasons) {
        if (placed.depth() > limits.depth()) {
            reasons.add(placed, "limit", "stands " + placed.depth() + " levels deep; at most " + limits.depth());
        }
        if (placed.item().getAnswerOption().size() > limits.options()) {
            reasons.add(placed, "limit", "offers more than " + limits.options() + " options; offer fewer");
        }
        if (placed.item().getEnableWhen().size() > limits.conditions()) {
            reasons.add(placed, "limit", "has more than " + limits.conditions() + " conditions; use fewer");
        }
        if (length(placed.item().getText()) > limits.textLength()) {
            reasons.add(placed, "limit", "has a text of more than " + limits.textLength() + " characters; shorten it");
        }
        boolean longOption = placed.item().getAnswerOption().stream()
                .anyMatch(each -> length(shown(each.getValue())) > limits.optionLength());
        if (longOption) {
            reasons.add(
                    placed, "limit", "has an option of more than " + limits.optionLength() + " characters; shorten it");
        }
    }

    private static String shown(Type option) {
        if (option instanceof Coding coding) {
            return coding.hasDisplay() ? coding.getDisplay() : "";
        }
        return option instanceof StringType text ? text.getValue() : "";
    }

    private static int length(@Nullable String text) {
        return text == null ? 0 : text.codePointCount(0, text.length());
    }
}
