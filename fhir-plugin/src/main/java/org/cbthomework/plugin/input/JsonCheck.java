package org.cbthomework.plugin.input;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/** Reads through one JSON document, keeping nothing but where it is, and holds it to the rules. */
final class JsonCheck {

    /** Names of FHIR are shorter than this. */
    private static final int LONGEST_NAME = 200;

    /** How deep an entry of a Bundle is: within an array within the Bundle. */
    private static final int OF_AN_ENTRY = 3;

    private static final JsonFactory JSON = new JsonFactoryBuilder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(Integer.MAX_VALUE)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private final Guards guards;
    private final Format format;
    private final int mostItems;
    private final boolean isForPatching;
    private final Counting counting;
    private final Texts texts;
    private final Numbers numbers;
    private final Deque<Set<String>> names = new ArrayDeque<>();
    private int depth;
    private int copies;
    private boolean isSuspect;

    /**
     * Checks a document in that format with at most so many values.
     *
     * @param isForPatching whether any string of it may become narrative
     */
    JsonCheck(Guards guards, Format format, int mostItems, boolean isForPatching) {
        this.guards = guards;
        this.format = format;
        this.mostItems = mostItems;
        this.isForPatching = isForPatching;
        this.counting = new Counting(guards, mostItems);
        this.texts = new Texts(guards);
        this.numbers = new Numbers(guards);
    }

    /** A parser as strict as JSON is, which leaves all bounds to its user. */
    static JsonParser parser(String text) throws IOException {
        return JSON.createParser(text);
    }

    /** Where in the document the parser is, as a JSON pointer of bounded length. */
    static String where(JsonParser json) {
        JsonLocation place = json.currentTokenLocation();
        return Path.at(json.getParsingContext().pathAsPointer().toString(), place.getLineNr(), place.getColumnNr());
    }

    /**
     * Checks it, once.
     *
     * @return whether it has text that would be out of bounds if it turned out to be a number
     * @throws Refusal if it breaks a rule
     */
    boolean isSuspect(String text) {
        try (JsonParser json = parser(text)) {
            JsonToken first = json.nextToken();
            JsonToken expected = format == Format.JSON_PATCH ? JsonToken.START_ARRAY : JsonToken.START_OBJECT;
            guards.hold(
                    Rule.SYNTAX,
                    first == expected,
                    () -> "The body is no JSON " + (format == Format.JSON_PATCH ? "array" : "object") + "; send one");
            boolean isOver = false;
            for (JsonToken token = first; token != null; token = json.nextToken()) {
                guards.hold(Rule.SYNTAX, !isOver, () -> "A second JSON document follows the first; send one at a time");
                check(json, token);
                isOver = depth == 0;
            }
        } catch (IOException malformed) {
            guards.hold(Rule.SYNTAX, false, () -> describe(malformed));
        }
        return isSuspect;
    }

    private static String describe(IOException malformed) {
        JsonLocation place = malformed instanceof JsonProcessingException known ? known.getLocation() : null;
        return "The body is not well-formed JSON"
                + (place == null ? "" : " at line " + place.getLineNr() + ", column " + place.getColumnNr())
                + "; correct it there";
    }

    private void check(JsonParser json, JsonToken token) throws IOException {
        switch (token) {
            case FIELD_NAME -> checkName(json, json.currentName());
            case START_OBJECT, START_ARRAY -> enter(json, token);
            case END_OBJECT, END_ARRAY -> leave(token);
            case VALUE_STRING -> {
                counting.next();
                checkText(json, json.getText());
            }
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> {
                counting.next();
                numbers.check(json.getText(), () -> where(json));
            }
            default -> counting.next();
        }
    }

    private void enter(JsonParser json, JsonToken token) {
        counting.next();
        depth++;
        if (depth == OF_AN_ENTRY) {
            counting.nextEntry();
        }
        guards.hold(
                Rule.DEPTH,
                depth <= guards.limits().depth(),
                () -> where(json) + " is nested deeper than " + guards.limits().depth() + " levels; flatten it");
        if (token == JsonToken.START_OBJECT) {
            names.push(new HashSet<>());
        }
    }

    private void leave(JsonToken token) {
        depth--;
        if (token == JsonToken.END_OBJECT) {
            names.pop();
        }
    }

    private void checkName(JsonParser json, String name) {
        texts.checkCharacters(name, () -> where(json));
        guards.hold(
                Rule.TEXT_LENGTH,
                name.length() <= LONGEST_NAME,
                () -> "A name has more than " + LONGEST_NAME + " characters; shorten it");
        guards.hold(
                Rule.DUPLICATE_KEYS,
                names.element().add(name),
                () -> where(json) + " is there twice; keep one of them");
    }

    private void checkText(JsonParser json, String text) throws IOException {
        String name = json.currentName();
        if (!"data".equals(name)) {
            texts.checkLength(text.length(), () -> where(json));
        }
        texts.checkCharacters(text, () -> where(json));
        isSuspect |= numbers.isSuspect(text, () -> where(json));
        if ("div".equals(name) || (isForPatching && text.stripLeading().startsWith("<div"))) {
            checkNarrative(json, text);
        }
        if (format == Format.JSON_PATCH && depth == 2 && "op".equals(name) && text.equals("copy")) {
            copies++;
            guards.hold(
                    Rule.COPIES,
                    copies <= guards.limits().copies(),
                    () -> "The patch copies more than " + guards.limits().copies() + " times; add values instead");
        }
    }

    /** HAPI reads it as XML. */
    private void checkNarrative(JsonParser json, String text) {
        try {
            new XmlCheck(guards, mostItems).isSuspect(text);
        } catch (Refusal refusal) {
            throw refusal.within(where(json));
        }
    }
}
