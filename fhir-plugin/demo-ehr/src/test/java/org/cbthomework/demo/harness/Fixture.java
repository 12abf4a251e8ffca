package org.cbthomework.demo.harness;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** A JSON file beside a test, with {@code {{holes}}} to be filled. */
public record Fixture(String json) {

    /** Reads {@code name.json} from the package of the test. */
    public static Fixture of(Class<?> test, String name) {
        try (InputStream file = test.getResourceAsStream(name + ".json")) {
            Objects.requireNonNull(file, () -> "No " + name + ".json beside " + test.getName());
            return new Fixture(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    /**
     * Fills every hole of this name.
     *
     * @throws IllegalArgumentException when there is none
     */
    public Fixture with(String hole, String value) {
        String marked = "{{" + hole + "}}";
        if (!json.contains(marked)) {
            throw new IllegalArgumentException("No " + marked + " in " + json);
        }
        return new Fixture(json.replace(marked, value));
    }
}
