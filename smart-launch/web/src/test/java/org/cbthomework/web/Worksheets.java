package org.cbthomework.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.cbthomework.web.browser.Site;

/** The demo as it was built, with all worksheets of the library and all forms that test the subset. */
final class Worksheets {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNode FORMS = read(Path.of("target/demo/data/forms.json"));
    private static final JsonNode EXAMPLES = read(Path.of("target/demo/data/responses.json"));

    /**
     * Standard measures, whose words are their authors': until an official translation is in the library only their titles,
     * which stand in lists, are translated, and they are shown in English whole.
     */
    static final Set<String> ENGLISH_ONLY = Set.of("gad-7", "phq-9");

    private Worksheets() {}

    /** The ids, the library's first. */
    static Stream<String> ids() {
        return stream(FORMS).map(form -> form.get("id").textValue());
    }

    /** Those that can be shown in that language: in its own, or by translation of its title and so of all. */
    static Stream<String> ids(String language) {
        return stream(FORMS)
                .filter(form -> language.equals(
                                form.at("/questionnaire/language").asText("en"))
                        || form.at("/questionnaire/_title").toString().contains("\"valueCode\":\"" + language + "\""))
                .map(form -> form.get("id").textValue())
                .filter(id -> language.equals("en") || !ENGLISH_ONLY.contains(id));
    }

    static boolean isInLibrary(String id) {
        return stream(FORMS)
                .anyMatch(form -> form.get("id").textValue().equals(id)
                        && form.get("kind").textValue().equals("library"));
    }

    /** The forms that are not in the library. */
    static Stream<JsonNode> fixtures() {
        return stream(FORMS)
                .filter(form -> form.get("kind").textValue().equals("fixture"))
                .map(form -> form.get("questionnaire"));
    }

    static JsonNode questionnaire(String id) {
        return stream(FORMS)
                .filter(form -> form.get("id").textValue().equals(id))
                .map(form -> form.get("questionnaire"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no worksheet " + id));
    }

    /** A right response to that form, as complete as there is one among the examples. */
    static JsonNode example(String id) {
        return stream(EXAMPLES)
                .filter(example -> example.get("name").textValue().equals(id + "-complete"))
                .map(example -> example.get("response"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no complete example of " + id));
    }

    /** Serves the demo as an app would serve the renderer: under a strict policy. */
    static Site site() {
        try {
            String policy = Files.readString(Path.of("scripts/content-security-policy.txt"))
                    .strip();
            return new Site(Map.of("web", Path.of("target/web"), "demo", Path.of("target/demo")), policy);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * One form has scripts and styles in its words on purpose. As they are parsed, to be taken out, the policy holds them back
     * and tells so on the console. That nothing of them is left on the page is a test of its own.
     */
    static boolean isHostileMarkupHeldBack(String wrong) {
        return wrong.contains("form=rich-text")
                && wrong.contains("inline")
                && wrong.contains("Content Security Policy");
    }

    static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode read(Path file) {
        try {
            return JSON.readTree(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " is missing: run npm run build", e);
        }
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
