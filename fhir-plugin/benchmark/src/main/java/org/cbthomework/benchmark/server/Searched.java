package org.cbthomework.benchmark.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** What answers of the server tell, as far as it is compared. */
final class Searched {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int DAY = "2026-03-02".length();

    private Searched() {}

    /** What {@code $homework-adherence} tells as done, of all assignments in its Bundle. */
    static int done(String bundle) {
        int done = 0;
        for (JsonNode entry : read(bundle).path("entry")) {
            for (JsonNode component : entry.path("resource").path("component")) {
                boolean isDone = "occasions-done"
                        .equals(component
                                .path("code")
                                .path("coding")
                                .path(0)
                                .path("code")
                                .asText());
                done += isDone ? component.path("valueInteger").asInt() : 0;
            }
        }
        return done;
    }

    /** The evenings of assignments that have a completed response on a page of a search, each once. */
    static Set<String> evenings(String page) {
        Set<String> evenings = new HashSet<>();
        for (JsonNode entry : read(page).path("entry")) {
            JsonNode response = entry.path("resource");
            if ("completed".equals(response.path("status").asText())) {
                evenings.add(response.path("basedOn").path(0).path("reference").asText() + " "
                        + response.path("authored").asText().substring(0, DAY));
            }
        }
        return evenings;
    }

    /** The address of the page after this one. */
    static Optional<String> next(String page) {
        for (JsonNode link : read(page).path("link")) {
            if ("next".equals(link.path("relation").asText())) {
                return Optional.of(link.path("url").asText());
            }
        }
        return Optional.empty();
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The server's answer is not JSON; see the cause", e);
        }
    }
}
