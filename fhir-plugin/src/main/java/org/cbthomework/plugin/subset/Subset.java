package org.cbthomework.plugin.subset;

import java.util.List;
import org.cbthomework.plugin.subset.list.SubsetList;
import org.hl7.fhir.r4.model.Questionnaire;

/** The published subset: holds a Questionnaire against the list. */
final class Subset {

    private final SubsetList list = SubsetList.PUBLISHED;

    /** The version of the list. */
    String version() {
        return list.version();
    }

    /** The reasons why a Questionnaire is outside; none if it is inside. */
    List<Reason> check(Questionnaire questionnaire) {
        Reasons reasons = new Reasons();
        List<Placed> items = Placed.all(questionnaire);
        if (!Sizes.check(list.limits(), questionnaire, items, reasons)) {
            return reasons.all();
        }
        new Extensions(list, reasons).check(questionnaire);
        Items.check(list, items, reasons);
        new Controls(list, reasons).check(items);
        new Offers(list, questionnaire, reasons).check(items);
        new Conditions(list, items, reasons).check();
        Ranges.check(items, reasons);
        Patterns.check(list.limits().regexLength(), items, reasons);
        Expressions expressions = new Expressions(list, reasons);
        expressions.check(questionnaire);
        new Circles(items, expressions, reasons).check();
        return reasons.all();
    }
}
