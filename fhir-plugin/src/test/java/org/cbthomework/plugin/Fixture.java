package org.cbthomework.plugin;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.hl7.fhir.r4.model.Resource;

/** JSON files beside the tests. */
public final class Fixture {

    private static final FhirContext R4 = FhirContext.forR4Cached();

    private Fixture() {}

    /** The resource in {@code name.json}, in the package of the test. */
    public static <T extends Resource> T read(Class<?> test, String name, Class<T> type) {
        return R4.newJsonParser().parseResource(type, text(test, name));
    }

    /** The cases in {@code name.json}, an array. */
    public static List<JsonNode> cases(Class<?> test, String name) {
        try {
            return StreamSupport.stream(
                            new ObjectMapper().readTree(text(test, name)).spliterator(), false)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    private static String text(Class<?> test, String name) {
        try (InputStream file = Objects.requireNonNull(test.getResourceAsStream(name + ".json"), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
