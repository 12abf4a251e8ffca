package org.cbthomework.launch;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/** Holds {@code docs/smart-client.md} against the list of requirements, and against the tests it names. */
@Tag("domain")
class ConformanceTest {

    private static final Pattern ROW = Pattern.compile("\\| ([0-9, ]+) \\| (.+) \\| (.+) \\|");
    private static final Pattern NAMED = Pattern.compile("`(\\w+Test)#(\\w+)`");

    private final List<String> rows = rows();

    @Test
    void each_requirement_is_in_the_table_once() {
        List<String> told = rows.stream()
                .flatMap(row -> Arrays.stream(row.split("\\|", -1)[1].trim().split(", ", -1)))
                .toList();

        assertThat(told).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(required());
    }

    @Test
    void each_row_has_a_test_or_a_reason() {
        assertThat(rows)
                .allSatisfy(row -> assertThat(row.split("\\|", -1)[3].trim()).hasSizeGreaterThan(20));
    }

    @Test
    void the_tests_that_are_named_exist() {
        Map<String, JavaClass> tests = new ClassFileImporter()
                .importPackages(getClass().getPackageName()).stream()
                        .filter(type -> type.getSimpleName().endsWith("Test"))
                        .collect(Collectors.toMap(JavaClass::getSimpleName, type -> type));
        List<String> named = rows.stream()
                .flatMap(row -> NAMED.matcher(row).results())
                .map(found -> found.group(1) + "#" + found.group(2))
                .toList();

        assertThat(named).hasSizeGreaterThan(40).allSatisfy(test -> {
            String[] parts = test.split("#", -1);
            JavaClass type = tests.get(parts[0]);
            assertThat(type).as(parts[0]).isNotNull();
            assertThat(Objects.requireNonNull(type).getMethods())
                    .anyMatch(method -> method.getName().equals(parts[1])
                            && (method.isAnnotatedWith(Test.class) || method.isAnnotatedWith(ParameterizedTest.class)));
        });
    }

    private static List<String> rows() {
        try {
            return Files.readAllLines(Path.of("docs", "smart-client.md")).stream()
                    .filter(line -> ROW.matcher(line).matches())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The table is not there", e);
        }
    }

    private static List<String> required() {
        try (BufferedReader list = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(ConformanceTest.class.getResourceAsStream("smart-client.csv")),
                StandardCharsets.UTF_8))) {
            return list.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(";", 2)[0])
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The list is not there", e);
        }
    }
}
