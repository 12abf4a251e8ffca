package org.cbthomework.benchmark.server;

import static java.util.stream.Collectors.joining;
import static org.cbthomework.benchmark.Lines.print;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Prints how long {@code $homework-adherence} takes, for one patient and for a caseload, against the searches that bring
 * a client the responses from which it could count for itself.
 */
public final class Reading {

    private static final int PATIENTS = Integer.getInteger("patients", 200);
    private static final int TIMES_EACH = Integer.getInteger("times", 5);
    private static final int WARM_UP = Integer.getInteger("warm-up", 2);
    private static final String SEARCH = "/QuestionnaireResponse?_count=500&based-on=";

    private final Client client;
    private final List<Diary> caseload =
            IntStream.range(0, PATIENTS).mapToObj(Diary::new).toList();

    private Reading(Client client) {
        this.client = client;
    }

    /** Takes {@code h2} or {@code postgresql}. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 1) {
            throw new IllegalArgumentException("There are " + arguments.length + " arguments; give h2 or postgresql");
        }
        try (Storage storage = Storage.of(arguments[0])) {
            List<String> options = new ArrayList<>(storage.options("reading"));
            options.add("--cbt-homework.publish-every=PT0S");
            try (Server server = Server.start(options)) {
                Reading reading = new Reading(new Client(server.awaitReady().base()));
                reading.load();
                reading.refuseToTimeWhatDiffers();
                server.awaitQuiet();
                reading.measure(WARM_UP);
                Duration before = server.cpu();
                Measured measured = reading.measure(TIMES_EACH);
                System.out.println(storage.describe() + "; server JVM " + Server.jvm() + "; load " + Load.now()
                        + "; CPU of the server " + server.cpu().minus(before).toSeconds() + " s");
                measured.tell(arguments[0]);
            }
        }
    }

    private void load() {
        client.post("/", Diary.IMPORT);
        for (Diary diary : caseload) {
            client.post("/", diary.assigned());
            client.post("/", diary.history());
        }
    }

    private void refuseToTimeWhatDiffers() {
        int operation = caseload.stream()
                .mapToInt(diary -> Searched.done(adherence(diary)))
                .sum();
        int search = count(search(caseload));
        int each = caseload.stream()
                .mapToInt(diary -> count(search(List.of(diary))))
                .sum();
        if (operation != search || operation != each || operation == 0) {
            throw new IllegalStateException("The operation counts " + operation + " done, the search of all " + search
                    + ", the searches one by one " + each + "; make them agree before timing them");
        }
        System.out.println("All count the same: " + operation + " done of " + PATIENTS * Diary.EVENINGS);
    }

    /** What is compared, in turns. */
    private Measured measure(int times) {
        Measured measured = new Measured(new Timings(), new Timings(), new Timings(), new Timings());
        for (int time = 0; time < times; time++) {
            long all = 0;
            for (Diary diary : caseload) {
                long begun = System.nanoTime();
                adherence(diary);
                long took = System.nanoTime() - begun;
                measured.one().add(took);
                all += took;
                begun = System.nanoTime();
                search(List.of(diary));
                measured.oneSearched().since(begun);
            }
            measured.all().add(all);
            long begun = System.nanoTime();
            search(caseload);
            measured.allSearched().since(begun);
        }
        return measured;
    }

    private String adherence(Diary diary) {
        return client.get("/" + diary.patient() + "/$homework-adherence");
    }

    /** All pages. */
    private List<String> search(List<Diary> diaries) {
        List<String> pages = new ArrayList<>();
        pages.add(client.get(SEARCH + diaries.stream().map(Diary::order).collect(joining(","))));
        Optional<String> next = Searched.next(pages.get(0));
        while (next.isPresent()) {
            pages.add(client.follow(next.get()));
            next = Searched.next(pages.get(pages.size() - 1));
        }
        return pages;
    }

    private static int count(List<String> pages) {
        Set<String> evenings = new HashSet<>();
        pages.forEach(page -> evenings.addAll(Searched.evenings(page)));
        return evenings.size();
    }

    /** The times of one patient and of all, by the operation and by search; the operation is asked for each patient. */
    private record Measured(Timings one, Timings oneSearched, Timings all, Timings allSearched) {

        void tell(String database) {
            print("| database | patients | by | times | p50 ms | p95 ms |%n|---|--:|---|--:|--:|--:|");
            row(database, 1, "operation", one);
            row(database, 1, "search", oneSearched);
            row(database, PATIENTS, "operation, one by one", all);
            row(database, PATIENTS, "one search, all pages", allSearched);
            print(
                    "search / operation, one patient: p50 %.1f, p95 %.1f",
                    oneSearched.ratio(one, 50), oneSearched.ratio(one, 95));
            print(
                    "search / operation, all: p50 %.1f, p95 %.1f",
                    allSearched.ratio(all, 50), allSearched.ratio(all, 95));
        }

        private static void row(String database, int patients, String by, Timings timings) {
            print(
                    "| %s | %d | %s | %,d | %.2f | %.2f |",
                    database, patients, by, timings.count(), timings.percentile(50), timings.percentile(95));
        }
    }
}
