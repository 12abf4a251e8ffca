package org.cbthomework.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a response says, however it is written: the answers of each question, by its path of linkIds. */
record Answers(Map<String, List<String>> byPath) {

    static Answers of(JsonNode response) {
        Map<String, List<String>> found = new TreeMap<>();
        gather("", response.path("item"), found);
        return new Answers(found);
    }

    /** The paths at which both differ. */
    Set<String> differencesTo(Answers other) {
        Set<String> paths = new TreeSet<>(byPath.keySet());
        paths.addAll(other.byPath.keySet());
        paths.removeIf(path -> byPath.getOrDefault(path, List.of()).equals(other.byPath.getOrDefault(path, List.of())));
        return paths;
    }

    private static void gather(String above, JsonNode items, Map<String, List<String>> found) {
        for (JsonNode item : items) {
            String path = above + "/" + item.get("linkId").textValue();
            for (JsonNode answer : item.path("answer")) {
                answer.properties().forEach(field -> {
                    if (field.getKey().startsWith("value")) {
                        found.computeIfAbsent(path, unseen -> new ArrayList<>())
                                .add(plain(field.getKey(), field.getValue()));
                    }
                });
                gather(path, answer.path("item"), found);
            }
            gather(path, item.path("item"), found);
        }
    }

    /** A moment as its instant, a code without its display, a number without idle zeros. */
    private static String plain(String type, JsonNode value) {
        return switch (type) {
            case "valueDateTime" ->
                value.textValue().contains("T")
                        ? OffsetDateTime.parse(value.textValue()).toInstant().toString()
                        : value.textValue();
            case "valueCoding" ->
                value.path("system").asText() + "|" + value.path("code").asText();
            case "valueQuantity" ->
                value.path("value").asDouble() + " " + value.path("code").asText();
            case "valueDecimal", "valueInteger" -> String.valueOf(value.asDouble());
            case "valueAttachment" ->
                value.path("contentType").asText() + " " + value.path("data").asText();
            default -> value.asText();
        };
    }
}
