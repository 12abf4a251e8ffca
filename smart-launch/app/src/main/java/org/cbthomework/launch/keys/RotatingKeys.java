package org.cbthomework.launch.keys;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

/** The command that gives the app its next keys to sign with. The app need not be stopped for it. */
public final class RotatingKeys {

    private RotatingKeys() {}

    /**
     * Rotates them once.
     *
     * @param arguments the data folder of the app, as in {@code cbt-homework.data}
     */
    public static void main(String[] arguments) {
        if (arguments.length != 1 || !Files.isRegularFile(Path.of(arguments[0], "signing-keys.json"))) {
            System.err.println(
                    "Give the app's data folder, in which signing-keys.json is, as in cbt-homework.data: ./app-data");
            System.exit(2);
        }
        try {
            System.out.println("The next keys are made. They are published now, and sign from "
                    + SigningKeys.in(Path.of(arguments[0]), Clock.systemUTC()).rotate() + " on.");
        } catch (IllegalStateException wrong) {
            System.err.println(wrong.getMessage());
            System.exit(1);
        }
    }
}
