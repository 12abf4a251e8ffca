package org.cbthomework.questionnaires;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page on what a worksheet may use, held to the list. */
class SubsetDocumentTest {

    private static final Pattern CODE = Pattern.compile("`([^`\n]+)`");
    private static final Pattern FIRST_CELL = Pattern.compile("(?m)^\\| `([^`\n]+)` \\|");

    private final JsonNode list = new ObjectMapper().readTree(new WorksheetSubset().json());
    private final String document = Files.readString(Path.of("docs/worksheet-subset.md"));

    SubsetDocumentTest() throws IOException {}

    @Test
    void everything_in_the_list_is_on_the_page() {
        assertThat(codes(CODE)).containsAll(entries());
    }

    @Test
    void every_url_and_every_row_of_a_table_on_the_page_is_in_the_list() {
        Set<String> named = codes(FIRST_CELL);
        codes(CODE).stream().filter(code -> code.startsWith("http")).forEach(named::add);
        assertThat(entries()).containsAll(named);
    }

    @Test
    void the_page_names_the_version_and_each_limit() {
        assertThat(document)
                .startsWith("# What a worksheet may use\n\nVersion "
                        + list.get("version").asText() + " ");
        list.get("limits")
                .properties()
                .forEach(limit -> assertThat(document)
                        .contains("| `" + limit.getKey() + "` | "
                                + limit.getValue().asText() + " |"));
    }

    private Set<String> codes(Pattern pattern) {
        return pattern.matcher(document)
                .results()
                .map((MatchResult found) -> found.group(1).replace("\\|", "|"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> entries() {
        Set<String> entries = new TreeSet<>();
        list.properties().stream()
                .filter(part -> !"version".equals(part.getKey()) && !"rules".equals(part.getKey()))
                .forEach(part -> collect(part.getValue(), entries));
        for (String keyed : List.of("limits", "rules", "conditionAnswers")) {
            list.get(keyed).fieldNames().forEachRemaining(entries::add);
        }
        return entries;
    }

    private static void collect(JsonNode node, Set<String> entries) {
        if (node.isTextual()) {
            entries.add(node.asText());
        }
        node.forEach(each -> collect(each, entries));
    }
}
