package org.cbthomework.plugin.subset.expression;

import java.time.Duration;

/** How much the expressions of one response may take together, in time and in values handed to them. */
final class Budget {

    private static final Duration TIME = Duration.ofMillis(500);
    private static final long MOST_VALUES = 1_000_000;

    private final long end;
    private long left = MOST_VALUES;

    Budget() {
        this(TIME);
    }

    Budget(Duration time) {
        this.end = System.nanoTime() + time.toNanos();
    }

    /** @throws Unanswerable if more was taken than there was */
    void spend(int values) {
        left -= 1L + values;
        if (left < 0 || System.nanoTime() - end > 0) {
            throw new Unanswerable();
        }
    }
}
