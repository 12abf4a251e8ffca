package org.cbthomework.plugin.worksheet;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether what is shown or wanted depends on an expression: if not, none is evaluated to check a response. */
final class Dependence {

    private Dependence() {}

    static boolean onFormulas(Map<String, Question> questions) {
        Set<String> calculated = all(questions)
                .filter(question -> question.calculation().isPresent())
                .map(Question::linkId)
                .collect(Collectors.toUnmodifiableSet());
        return all(questions)
                .anyMatch(question -> question.showIf().formula().isPresent()
                        || (question.calculation().isPresent() && question.isWanted())
                        || question.definition().getEnableWhen().stream()
                                .anyMatch(each -> calculated.contains(each.getQuestion())));
    }

    private static Stream<Question> all(Map<String, Question> questions) {
        return questions.values().stream()
                .flatMap(question -> Stream.concat(Stream.of(question), all(question.children())));
    }
}
