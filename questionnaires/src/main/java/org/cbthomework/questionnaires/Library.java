package org.cbthomework.questionnaires;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** All resources that a FHIR server needs before it can hold homework. */
public final class Library {

    private static final String SHELF = "fhir/";
    private static final String INDEX = "index.txt";

    private final String shelf;

    /** The library that this jar carries. */
    public Library() {
        this(SHELF);
    }

    Library(String shelf) {
        this.shelf = shelf;
    }

    /**
     * Every resource, in an order in which each can be stored before those that refer to it.
     *
     * @throws IncompleteLibraryException if the index or a file that it names is missing
     */
    public List<LibraryResource> resources() {
        return read(INDEX, "the jar was built without its resources; build it again")
                .lines()
                .map(LibraryFile::named)
                .sorted()
                .map(this::resource)
                .toList();
    }

    private LibraryResource resource(LibraryFile file) {
        String json = read(file.name(), INDEX + " names it; add the file or take out the line");
        return new LibraryResource(file.kind().type(), file.id(), json);
    }

    private String read(String name, String remedy) {
        try (InputStream in = Library.class.getResourceAsStream(shelf + name)) {
            if (in == null) {
                throw new IncompleteLibraryException("%s%s is not in the library: %s".formatted(shelf, name, remedy));
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IncompleteLibraryException("%s%s cannot be read; is the jar damaged?".formatted(shelf, name), e);
        }
    }
}
