package org.cbthomework.practice;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the command was told.
 *
 * @param data the folder in which both keep what was stored, and what they print
 */
record Options(int ehrPort, int appPort, Path data) {

    static final String EHR_PORT = "--ehr-port";
    static final String APP_PORT = "--app-port";
    static final String DATA = "--data";
    static final String KNOWN = EHR_PORT + "=8080, " + APP_PORT + "=8081, " + DATA + "=./data";

    private static final int LAST_PORT = 65_535;

    /**
     * Reads them, each as {@code --name=value}.
     *
     * @throws CannotStart if one is unknown or cannot be
     */
    static Options of(List<String> arguments) {
        Map<String, String> told = new LinkedHashMap<>(Map.of(EHR_PORT, "8080", APP_PORT, "8081", DATA, "./data"));
        for (String argument : arguments) {
            String[] parts = argument.split("=", 2);
            if (parts.length < 2 || !told.containsKey(parts[0])) {
                throw new CannotStart(
                        "'" + argument + "' is no option",
                        "Those that there are, and what they are" + " without being told: " + KNOWN);
            }
            told.put(parts[0], parts[1]);
        }
        Options options = new Options(port(told, EHR_PORT), port(told, APP_PORT), folder(told.getOrDefault(DATA, "")));
        if (options.ehrPort == options.appPort) {
            throw new CannotStart(
                    EHR_PORT + " and " + APP_PORT + " are both " + options.ehrPort, "Give two that differ");
        }
        return options;
    }

    private static int port(Map<String, String> told, String name) {
        String value = told.getOrDefault(name, "");
        int port = value.matches("[0-9]{1,5}") ? Integer.parseInt(value) : 0;
        if (port < 1 || port > LAST_PORT) {
            throw new CannotStart(
                    name + " is '" + value + "', which is no port",
                    "Give one from 1 to 65535, as in " + name + "=8090");
        }
        return port;
    }

    private static Path folder(String value) {
        try {
            if (!value.isBlank()) {
                return Path.of(value);
            }
        } catch (InvalidPathException unreadable) {
            // Told below.
        }
        throw new CannotStart(DATA + " is '" + value + "', which is no folder", "Give one, as in " + DATA + "=./data");
    }
}
