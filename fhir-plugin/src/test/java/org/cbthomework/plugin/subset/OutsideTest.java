package org.cbthomework.plugin.subset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cbthomework.plugin.Forms;
import org.cbthomework.plugin.subset.list.SubsetList;
import org.hl7.fhir.r4.model.Questionnaire;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

@Tag("domain")
class OutsideTest {

    private static final String EXPECTED = "/org/cbthomework/questionnaires/forms/outside/expected.txt";

    private static final Map<String, Questionnaire> FORMS = Forms.in("forms/outside/*.json");

    /** A line of {@code outside/expected.txt}. */
    record Expected(String file, String linkId, String rule) {

        static Expected line(String line) {
            List<String> cells = List.of(line.split(" ?\\| ?", -1));
            return new Expected(cells.get(0), cells.get(1), cells.get(2));
        }
    }

    @TestFactory
    Stream<DynamicTest> each_is_outside_for_the_reasons_that_are_expected_and_no_other() {
        Map<String, List<Expected>> expected = expected().collect(Collectors.groupingBy(Expected::file));
        return FORMS.entrySet().stream()
                .map(form -> DynamicTest.dynamicTest(
                        form.getKey(),
                        () -> assertThat(new Subset()
                                        .check(form.getValue()).stream()
                                                .map(each -> new Expected(form.getKey(), each.linkId(), each.rule()))
                                                .distinct())
                                .containsExactlyInAnyOrderElementsOf(expected.getOrDefault(form.getKey(), List.of()))));
    }

    @Test
    void every_rule_of_the_list_keeps_something_out() {
        assertThat(expected().map(Expected::rule).distinct())
                .containsExactlyInAnyOrderElementsOf(
                        SubsetList.PUBLISHED.rules().keySet());
    }

    @Test
    void every_expectation_is_about_a_form_that_is_there() {
        assertThat(expected().map(Expected::file).distinct()).containsExactlyInAnyOrderElementsOf(FORMS.keySet());
    }

    @Test
    void reasons_name_the_item_and_the_remedy() {
        assertThat(new Subset().check(Objects.requireNonNull(FORMS.get("reference.json"))))
                .extracting(Reason::sentence)
                .containsExactly("The item 'friend' is of the type 'reference'; ask with choice or string instead");
    }

    private static Stream<Expected> expected() {
        try (InputStream file = Objects.requireNonNull(OutsideTest.class.getResourceAsStream(EXPECTED))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines().filter(line -> !line.startsWith("#")).map(Expected::line).toList().stream();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
