package org.cbthomework.questionnaires.lint;

import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;

/** Every worksheet begins and ends with the notice that nobody is watching, word for word as in the model. */
record SameNotices(Questionnaire model) implements Lint<Questionnaire> {

    @Override
    public List<String> complaints(Questionnaire worksheet) {
        List<String> complaints = new ArrayList<>();
        List<QuestionnaireItemComponent> items = worksheet.getItem();
        if (!items.get(0).equalsDeep(Items.named(model, "notice-before"))) {
            complaints.add("does not begin with the notice-before of " + model.getName());
        }
        if (!items.get(items.size() - 1).equalsDeep(Items.named(model, "notice-after"))) {
            complaints.add("does not end with the notice-after of " + model.getName());
        }
        return complaints;
    }
}
