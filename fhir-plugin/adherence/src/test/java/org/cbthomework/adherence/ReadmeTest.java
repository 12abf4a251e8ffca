package org.cbthomework.adherence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("domain")
class ReadmeTest {

    @Test
    void the_readme_lists_the_worked_cases_as_they_are_tested() throws IOException {
        List<String> listed;
        try (Stream<String> lines = Files.lines(Path.of("README.md"))) {
            listed = lines.filter(line -> line.matches("- \\d+.*: .*"))
                    .map(line -> line.substring(2))
                    .toList();
        }

        assertThat(listed).containsExactlyInAnyOrderElementsOf(worked());
    }

    private static List<String> worked() {
        return Stream.of(WorkedCasesOfTimeTest.class, WorkedCasesOfCountingTest.class, WorkedCasesOfTellingTest.class)
                .flatMap(each -> Stream.of(each.getDeclaredMethods()))
                .map(ReadmeTest::name)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private static String name(Method method) {
        DisplayName name = method.getAnnotation(DisplayName.class);
        return name == null ? "" : name.value();
    }
}
