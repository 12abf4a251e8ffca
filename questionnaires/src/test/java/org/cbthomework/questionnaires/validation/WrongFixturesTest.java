package org.cbthomework.questionnaires.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.cbthomework.questionnaires.Fixture;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class WrongFixturesTest {

    /** A line of {@code wrong/expected.txt}. */
    record Expected(String fixture, String messageId, String part) {

        static Expected line(String line) {
            String[] cells = line.split(" \\| ", 3);
            return new Expected(cells[0], cells[1], cells[2]);
        }
    }

    @TestFactory
    Stream<DynamicTest> every_wrong_fixture_fails_for_its_reason() {
        List<Expected> table = table();
        return Fixture.in("wrong").stream()
                .map(wrong -> DynamicTest.dynamicTest(
                        wrong.name(),
                        () -> assertThat(Findings.of(wrong.json()).errorsBesideMissingAnswers())
                                .anySatisfy(error -> {
                                    Expected expected = expectedOf(wrong, table);
                                    assertThat(error).contains("[" + expected.messageId() + "]", expected.part());
                                })));
    }

    @Test
    void the_table_names_no_fixture_that_is_gone() {
        assertThat(table())
                .extracting(Expected::fixture)
                .containsExactlyElementsOf(
                        Fixture.in("wrong").stream().map(Fixture::name).toList());
    }

    private static Expected expectedOf(Fixture wrong, List<Expected> table) {
        return table.stream()
                .filter(expected -> expected.fixture().equals(wrong.name()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        wrong.name() + " is wrong for no stated reason; add a line to " + "wrong/expected.txt"));
    }

    private static List<Expected> table() {
        try {
            return Files.readAllLines(Fixture.folder("wrong").resolve("expected.txt")).stream()
                    .filter(line -> !line.startsWith("#"))
                    .map(Expected::line)
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
