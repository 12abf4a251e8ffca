package org.cbthomework.questionnaires;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The published list of what a worksheet may use, {@code worksheet-subset.json}. */
public final class WorksheetSubset {

    private static final String FILE = "worksheet-subset.json";

    /**
     * The list as JSON.
     *
     * @throws IncompleteLibraryException if the file is not in this jar
     */
    public String json() {
        try (InputStream file = WorksheetSubset.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IncompleteLibraryException(FILE + " is missing; build this jar again");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IncompleteLibraryException(FILE + " cannot be read; is the jar damaged?", e);
        }
    }
}
