package org.cbthomework.demo.reliability;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.cbthomework.demo.harness.FhirHttp;

/** A server on one H2 file, through one kill after another. */
final class KilledServer {

    private static final int WRITERS = 4;

    /** So often a server that starts after a kill is killed once more before it is ready. */
    private static final int KILLED_AT_START = 5;

    private final Servers servers;
    private final Path data;
    private final Random random;
    private final Receipts receipts = new Receipts();
    private final List<Diary> all = new ArrayList<>();
    private ServerProcess process;
    private FhirHttp ehr;
    private int cycles;

    KilledServer(Servers servers, Path data, Random random) {
        this.servers = servers;
        this.data = data;
        this.random = random;
        this.process = launch();
        this.ehr = process.whenReady();
    }

    /** Is written to, is killed, starts again, and is held against what it acknowledged. */
    void liveAndDie() {
        cycles++;
        List<Diary> diaries = Diary.assigned(ehr, 3, 2);
        all.addAll(diaries);
        Writers writers = Writers.start(WRITERS, List.of(ehr), diaries, receipts, random);
        Pause.of(Duration.ofMillis(200 + random.nextInt(3000)));
        process.kill();
        writers.stop();
        if (cycles % KILLED_AT_START == 0) {
            ServerProcess halfway = launch();
            Pause.of(Duration.ofMillis(random.nextInt(15_000)));
            halfway.kill();
        }
        process = launch();
        ehr = process.whenReady();
        new Proof(ehr, receipts).of(diaries);
    }

    /** Holds all of it once more, and returns how many responses were sent in its life. */
    int end() {
        new Proof(ehr, receipts).stored(all);
        process.kill();
        return receipts.size();
    }

    private ServerProcess launch() {
        return servers.launch("--cbt-homework.data=" + data);
    }
}
