package org.cbthomework.questionnaires.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.cbthomework.questionnaires.ParsedLibrary;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.Questionnaire;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class LintsTest {

    @TestFactory
    Stream<DynamicTest> a_lint_complains_of_a_broken_copy() {
        return BrokenCopy.ALL.stream()
                .map(broken -> DynamicTest.dynamicTest(
                        "%s: %s".formatted(broken.lint().getSimpleName(), broken.complaint()),
                        () -> assertThat(complaints(broken))
                                .anySatisfy(complaint -> assertThat(complaint).contains(broken.complaint()))));
    }

    @Test
    void every_lint_is_seen_to_complain() {
        assertThat(BrokenCopy.ALL.stream().<Class<?>>map(BrokenCopy::lint).distinct())
                .containsExactlyInAnyOrderElementsOf(Lints.FOR_WORKSHEETS.stream()
                        .<Class<?>>map(Lint::getClass)
                        .toList());
    }

    @Test
    void a_code_system_that_counts_wrong_is_found() {
        CodeSystem system = ParsedLibrary.copyOf(CodeSystem.class, "homework");
        int count = system.getCount();
        system.addConcept().setCode("one-more");
        assertThat(new CountedConcepts().complaints(system))
                .containsExactly("says " + count + " concepts and has " + (count + 1));
    }

    private static List<String> complaints(BrokenCopy broken) {
        Questionnaire copy = broken.copy();
        return Lints.FOR_WORKSHEETS.stream()
                .filter(lint -> lint.getClass() == broken.lint())
                .flatMap(lint -> lint.complaints(copy).stream())
                .toList();
    }
}
