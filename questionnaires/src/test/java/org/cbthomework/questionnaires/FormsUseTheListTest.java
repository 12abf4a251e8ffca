package org.cbthomework.questionnaires;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Whatever the list allows, some form uses: so that a renderer and a server that pass the forms know all of it. */
class FormsUseTheListTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode list = JSON.readTree(new WorksheetSubset().json());
    private final List<JsonNode> nodes = new ArrayList<>();
    private final String expressions;

    FormsUseTheListTest() throws IOException {
        for (Fixture form : Forms.files()) {
            over(JSON.readTree(form.json()), nodes::add);
        }
        expressions = String.join("\n", texts("expression")).replaceAll("'[^']*'", "''");
    }

    @Test
    void every_type_element_and_kind_of_option_is_used() {
        assertThat(texts("type")).containsAll(all("itemTypes").toList());
        assertThat(fields(node -> node.has("linkId")))
                .containsAll(all("itemElements").toList());
        assertThat(fields(node -> true))
                .containsAll(all("answerOptions")
                        .map(type -> "value" + type.substring(0, 1).toUpperCase(Locale.ROOT) + type.substring(1))
                        .toList());
    }

    @Test
    void every_operator_is_used_with_every_kind_of_answer() {
        Set<String> used = new TreeSet<>();
        nodes.stream()
                .filter(node -> node.has("operator"))
                .forEach(node -> node.fieldNames()
                        .forEachRemaining(
                                name -> used.add(node.get("operator").asText() + " " + name.toLowerCase(Locale.ROOT))));
        list.get("operators")
                .forEach(operator -> operator.get("answers")
                        .forEach(answer -> assertThat(used)
                                .contains(operator.get("code").asText() + " answer"
                                        + answer.asText().toLowerCase(Locale.ROOT))));
    }

    @Test
    void every_extension_and_control_is_used() {
        assertThat(texts("url"))
                .containsAll(stream(list.get("extensions"))
                        .map(each -> each.get("url").asText())
                        .toList());
        assertThat(texts("code"))
                .containsAll(stream(list.get("itemControls"))
                        .map(each -> each.get("code").asText())
                        .toList());
    }

    @Test
    void every_language_function_operator_variable_and_query_is_used() {
        JsonNode allowed = list.get("expressions");
        assertThat(texts("language"))
                .containsAll(
                        stream(allowed.get("languages")).map(JsonNode::asText).toList());
        for (String part : List.of("functions", "clock")) {
            allowed.get(part).forEach(each -> uses("\\b" + each.asText() + "\\("));
        }
        allowed.get("operators").forEach(each -> uses("[ )]" + Pattern.quote(each.asText()) + " "));
        allowed.get("variables").forEach(each -> uses("%" + each.asText() + "\\b"));
        allowed.get("queries").forEach(each -> uses("(?m)^" + each.get("type").asText() + "\\?"));
    }

    private void uses(String pattern) {
        assertThat(Pattern.compile(pattern).matcher(expressions).find())
                .as(pattern)
                .isTrue();
    }

    private Stream<String> all(String part) {
        return stream(list.get(part)).map(JsonNode::asText);
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private Set<String> texts(String field) {
        Set<String> texts = new TreeSet<>();
        nodes.stream()
                .filter(node -> node.path(field).isTextual())
                .forEach(node -> texts.add(node.get(field).asText()));
        return texts;
    }

    private Set<String> fields(Predicate<JsonNode> of) {
        Set<String> fields = new TreeSet<>();
        nodes.stream().filter(of).forEach(node -> node.fieldNames().forEachRemaining(fields::add));
        return fields;
    }

    private static void over(JsonNode node, Consumer<JsonNode> each) {
        each.accept(node);
        node.forEach(child -> over(child, each));
    }
}
