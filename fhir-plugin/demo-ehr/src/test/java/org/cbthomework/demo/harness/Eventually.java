package org.cbthomework.demo.harness;

import java.time.Duration;

/** Waits for what is published after a commit. */
public final class Eventually {

    private static final Duration WATCHDOG = Duration.ofSeconds(60);
    private static final Duration BETWEEN = Duration.ofMillis(100);

    private Eventually() {}

    /**
     * Repeats assertions until they hold.
     *
     * @throws AssertionError the last one, when they still fail after a generous while
     */
    public static void holds(Runnable assertions) {
        long end = System.nanoTime() + WATCHDOG.toNanos();
        while (true) {
            try {
                assertions.run();
                return;
            } catch (AssertionError notYet) {
                if (System.nanoTime() > end) {
                    throw notYet;
                }
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting", e);
        }
    }
}
