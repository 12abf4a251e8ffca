package org.cbthomework.questionnaires.lint;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.cbthomework.questionnaires.ParsedLibrary;
import org.hl7.fhir.r4.model.Questionnaire;
import org.junit.jupiter.api.Test;

/** The same question has the same linkId and the same code in every worksheet. */
class ItemCodesTest {

    /** A question of ours, wherever it is asked. */
    record Question(String linkId, String code) {

        static Stream<Question> all() {
            return ParsedLibrary.all(Questionnaire.class).stream()
                    .flatMap(Items::of)
                    .flatMap(item -> item.getCode().stream()
                            .filter(code -> (Own.BASE + "CodeSystem/worksheet-item").equals(code.getSystem()))
                            .map(code -> new Question(item.getLinkId(), code.getCode())));
        }

        static Map<String, Set<String>> grouped(Function<Question, String> by, Function<Question, String> what) {
            return all().collect(groupingBy(by, mapping(what, toCollection(TreeSet::new))));
        }
    }

    @Test
    void a_code_has_one_linkid() {
        assertThat(Question.grouped(Question::code, Question::linkId))
                .containsKey("occurred-at")
                .allSatisfy((code, linkIds) -> assertThat(linkIds).as(code).hasSize(1));
    }

    @Test
    void a_linkid_has_one_code() {
        assertThat(Question.grouped(Question::linkId, Question::code))
                .containsKey("when")
                .allSatisfy((linkId, codes) -> assertThat(codes).as(linkId).hasSize(1));
    }
}
