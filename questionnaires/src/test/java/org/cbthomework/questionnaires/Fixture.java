package org.cbthomework.questionnaires;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Resource;

/** One example resource among the test resources. */
public record Fixture(String name, String json) {

    /** All fixtures of a folder, such as {@code examples}, by name. */
    public static List<Fixture> in(String folder) {
        try (Stream<Path> files = Files.list(folder(folder))) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(Fixture::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Fixture example(String name) {
        return read(folder("examples").resolve(name));
    }

    public static Path folder(String name) {
        URL folder = Objects.requireNonNull(Fixture.class.getResource(name), name);
        try {
            return Path.of(folder.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(name, e);
        }
    }

    public Resource resource() {
        return ParsedLibrary.parse(json);
    }

    public QuestionnaireResponse response() {
        return (QuestionnaireResponse) resource();
    }

    private static Fixture read(Path file) {
        try {
            return new Fixture(file.getFileName().toString(), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
