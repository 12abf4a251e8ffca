package org.cbthomework.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a response says, however it is written: the answers of each question, by its path of linkIds; {@code steps[2]/step} is
 * in the second instance.
 */
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
        Map<String, Integer> instances = new HashMap<>();
        for (JsonNode item : items) {
            String linkId = item.get("linkId").textValue();
            String path = above + "/" + nth(linkId, instances.merge(linkId, 1, Integer::sum));
            int answers = 0;
            for (JsonNode answer : item.path("answer")) {
                answers++;
                answer.properties().forEach(field -> {
                    if (field.getKey().startsWith("value")) {
                        found.computeIfAbsent(path, unseen -> new ArrayList<>())
                                .add(plain(field.getKey(), field.getValue()));
                    }
                });
                gather(nth(path, answers), answer.path("item"), found);
            }
            gather(path, item.path("item"), found);
        }
    }

    private static String nth(String name, int place) {
        return place == 1 ? name : name + "[" + place + "]";
    }

    /** A moment as its instant, a code without its display, a number without idle zeros. */
    private static String plain(String type, JsonNode value) {
        return switch (type) {
            case "valueDateTime" ->
                value.textValue().contains("T")
                        ? OffsetDateTime.parse(value.textValue()).toInstant().toString()
                        : value.textValue();
            case "valueCoding" ->
                value.path("system").asText() + "|"
                        + value.path("code").asText(value.path("display").asText());
            case "valueQuantity" ->
                value.path("value").asDouble() + " "
                        + value.path("code").asText(value.path("unit").asText());
            case "valueDecimal", "valueInteger" -> String.valueOf(value.asDouble());
            case "valueAttachment" ->
                value.path("contentType").asText() + " " + value.path("data").asText();
            default -> value.asText();
        };
    }
}
