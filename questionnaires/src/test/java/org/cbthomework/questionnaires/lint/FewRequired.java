package org.cbthomework.questionnaires.lint;

import java.util.List;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemType;

/** A worksheet of our own requires at most 10 answers; a group that requires none inside counts as one. */
record FewRequired() implements Lint<Questionnaire> {

    private static final int MOST = 10;

    @Override
    public List<String> complaints(Questionnaire worksheet) {
        long required = required(worksheet.getItem());
        return Own.isStandardMeasure(worksheet) || required <= MOST
                ? List.of()
                : List.of("requires %d answers, at most %d".formatted(required, MOST));
    }

    private static long required(List<QuestionnaireItemComponent> items) {
        return items.stream().mapToLong(FewRequired::required).sum();
    }

    private static long required(QuestionnaireItemComponent item) {
        long inside = required(item.getItem());
        boolean group = item.getType() == QuestionnaireItemType.GROUP;
        if (group) {
            return inside == 0 && item.getRequired() ? 1 : inside;
        }
        return inside + (item.getRequired() ? 1 : 0);
    }
}
