package org.cbthomework.benchmark.server;

import static java.util.Objects.requireNonNull;
import static org.cbthomework.benchmark.Lines.print;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Prints what the plugin adds to the time of a response: the same response in turns to a server with the plugin, to that
 * server once more but based on no homework, and to a server that was started without the plugin.
 */
public final class Overhead {

    private static final int PATIENTS = Integer.getInteger("patients", 20);
    private static final int WARM_UP = Integer.getInteger("warm-up", 400);
    private static final int ROUNDS = Integer.getInteger("rounds", 1000);

    private enum Arm {
        HOMEWORK,
        LEFT_ALONE,
        WITHOUT_PLUGIN
    }

    private final Map<Arm, Client> clients = new EnumMap<>(Arm.class);
    private final Map<Arm, Timings> timings = new EnumMap<>(Arm.class);

    private Overhead() {}

    /** Takes {@code h2} or {@code postgresql}, and {@code PT0S} or how often else the server publishes. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 2) {
            throw new IllegalArgumentException(
                    "There are " + arguments.length + " arguments; give h2 or postgresql, and PT0S or PT1S");
        }
        new Overhead().run(arguments[0], arguments[1]);
    }

    private void run(String database, String publishEvery) throws IOException {
        try (Storage storage = Storage.of(database);
                Server plugin =
                        Server.start(with(storage.options("plugin"), "--cbt-homework.publish-every=" + publishEvery));
                Server plain = Server.start(with(storage.options("plain"), "--cbt-homework.demo.plugin=false"))) {
            clients.put(Arm.HOMEWORK, new Client(plugin.awaitReady().base()));
            clients.put(Arm.LEFT_ALONE, new Client(plugin.base()));
            clients.put(Arm.WITHOUT_PLUGIN, new Client(plain.awaitReady().base()));
            for (Arm loaded : List.of(Arm.HOMEWORK, Arm.WITHOUT_PLUGIN)) {
                load(client(loaded));
            }
            plugin.awaitQuiet();
            drive(0, WARM_UP);
            Duration pluginBefore = plugin.cpu();
            Duration plainBefore = plain.cpu();
            drive(WARM_UP, ROUNDS);
            Duration pluginTook = plugin.cpu().minus(pluginBefore);
            Duration plainTook = plain.cpu().minus(plainBefore);
            System.out.println(storage.describe() + "; server JVM " + Server.jvm() + "; load " + Load.now());
            tell(database, publishEvery);
            print(
                    "CPU of the server for each request: %.1f ms with the plugin (both kinds, publishing included),"
                            + " %.1f ms without",
                    pluginTook.toMillis() / (2.0 * ROUNDS), plainTook.toMillis() / (double) ROUNDS);
        }
    }

    private static void load(Client client) {
        client.post("/", Diary.IMPORT);
        for (int number = 0; number < PATIENTS; number++) {
            client.post("/", new Diary(number).assigned());
            client.post("/", new Diary(number).history());
        }
    }

    /** Each arm comes first, second and last equally often. */
    private void drive(int from, int rounds) {
        for (Arm arm : Arm.values()) {
            timings.put(arm, new Timings());
        }
        for (int round = from; round < from + rounds; round++) {
            Diary diary = new Diary(round % PATIENTS);
            int evening = round / PATIENTS % Diary.EVENINGS;
            for (int turn = 0; turn < Arm.values().length; turn++) {
                send(Arm.values()[(round + turn) % Arm.values().length], diary, evening);
            }
        }
    }

    private void send(Arm arm, Diary diary, int evening) {
        String response = arm == Arm.LEFT_ALONE ? diary.leftAlone(evening) : diary.homework(evening);
        long begun = System.nanoTime();
        client(arm).post("/QuestionnaireResponse", response);
        timings(arm).since(begun);
    }

    private void tell(String database, String publishEvery) {
        print("| database | publish-every | response | requests | p50 ms | p95 ms |%n|---|---|---|--:|--:|--:|");
        timings.forEach((arm, each) -> print(
                "| %s | %s | %s | %,d | %.2f | %.2f |",
                database,
                publishEvery,
                arm.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                each.count(),
                each.percentile(50),
                each.percentile(95)));
        for (Arm off : List.of(Arm.LEFT_ALONE, Arm.WITHOUT_PLUGIN)) {
            print(
                    "homework / %s: p50 %.3f, p95 %.3f",
                    off.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                    timings(Arm.HOMEWORK).ratio(timings(off), 50),
                    timings(Arm.HOMEWORK).ratio(timings(off), 95));
        }
    }

    private Client client(Arm arm) {
        return requireNonNull(clients.get(arm));
    }

    private Timings timings(Arm arm) {
        return requireNonNull(timings.get(arm));
    }

    private static List<String> with(List<String> options, String option) {
        List<String> all = new ArrayList<>(options);
        all.add(option);
        return all;
    }
}
