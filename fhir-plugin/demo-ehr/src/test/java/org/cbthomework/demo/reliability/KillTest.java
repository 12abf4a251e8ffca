package org.cbthomework.demo.reliability;

import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The server is killed amid writes, on the embedded database, and started again. */
@Tag("server")
class KillTest {

    /** So many kills one database has to bear; then a new one is begun, so that a long run does not grow ever slower. */
    private static final int LIFE = 25;

    @TempDir
    Path folder;

    private Servers servers;

    @BeforeEach
    void begin() {
        servers = new Servers(folder);
    }

    @AfterEach
    void end() {
        servers.close();
    }

    @Test
    @Timeout(value = 20, unit = TimeUnit.MINUTES)
    void three_kills_amid_writes_lose_nothing_that_was_acknowledged(TestReporter reporter) {
        kill(3, reporter);
    }

    @Test
    @Tag("soak")
    void as_many_kills_as_asked_for_lose_nothing_that_was_acknowledged(TestReporter reporter) {
        kill(Integer.getInteger("reliability.cycles", 25), reporter);
    }

    private void kill(int cycles, TestReporter reporter) {
        long seed = Long.getLong("reliability.seed", System.nanoTime());
        Random random = new Random(seed);
        int done = 0;
        int sent = 0;
        try {
            while (done < cycles) {
                KilledServer server = new KilledServer(servers, folder.resolve("data-" + done), random);
                for (int cycle = 0; cycle < LIFE && done < cycles; cycle++) {
                    server.liveAndDie();
                    done++;
                }
                sent += server.end();
                reporter.publishEntry("kills survived", "%d, with %d responses".formatted(done, sent));
            }
        } catch (AssertionError | RuntimeException lost) {
            throw new AssertionError(
                    "In cycle %d of %d, with -Dreliability.seed=%d: %s"
                            .formatted(done + 1, cycles, seed, lost.getMessage()),
                    lost);
        }
    }
}
