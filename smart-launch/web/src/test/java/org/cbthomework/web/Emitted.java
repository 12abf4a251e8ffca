package org.cbthomework.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** What the renderer's engine emitted as every form was filled in at random; drawn once in a JVM. */
record Emitted(String form, int run, JsonNode response) {

    /** The same each time, so that what is red was caused by a change; other lives are drawn by the property of that name. */
    static final int SEED = Integer.getInteger("responses.seed", 1);

    static final int OF_EACH_FORM = Integer.getInteger("responses.each", 40);

    private static final List<Emitted> ALL = draw();

    static List<Emitted> all() {
        return ALL;
    }

    private static List<Emitted> draw() {
        ProcessBuilder node = new ProcessBuilder(
                        "node", "scripts/emit.mjs", String.valueOf(SEED), String.valueOf(OF_EACH_FORM))
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        try {
            Process process = node.start();
            try (BufferedReader lines = process.inputReader()) {
                List<Emitted> read = lines.lines().map(Emitted::line).toList();
                if (process.waitFor() != 0) {
                    throw new AssertionError("scripts/emit.mjs failed with seed " + SEED);
                }
                return read;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static Emitted line(String line) {
        JsonNode json = Worksheets.parse(line);
        return new Emitted(json.get("form").textValue(), json.get("run").intValue(), json.get("response"));
    }
}
