package org.cbthomework.plugin.worksheet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemAnswerComponent;
import org.hl7.fhir.r4.model.Type;

/** Collects the values that the server has put into a response. */
final class Calculated {

    private final Map<String, List<Optional<Type>>> values = new LinkedHashMap<>();

    private Calculated() {}

    static Map<String, List<Optional<Type>>> in(Map<String, Question> questions, Answers settled) {
        Calculated calculated = new Calculated();
        calculated.level(questions, settled);
        return calculated.values;
    }

    private void level(Map<String, Question> level, Answers answers) {
        level.values().forEach(question -> {
            if (question.calculation().isPresent()) {
                values.computeIfAbsent(question.linkId(), each -> new ArrayList<>())
                        .add(answers.itemsOf(question.linkId()).stream()
                                .flatMap(item -> item.getAnswer().stream())
                                .map(QuestionnaireResponseItemAnswerComponent::getValue)
                                .findFirst());
            }
            answers.itemsOf(question.linkId()).forEach(item -> {
                if (question.isGroup()) {
                    level(question.children(), answers.within(question, item));
                }
                item.getAnswer()
                        .forEach(answer -> level(question.children(), answers.within(question, answer.getItem())));
            });
        });
    }
}
