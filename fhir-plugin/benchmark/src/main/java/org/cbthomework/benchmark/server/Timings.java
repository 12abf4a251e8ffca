package org.cbthomework.benchmark.server;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** How long requests of one kind took. */
final class Timings {

    private static final int DIGITS = 3;

    private final Histogram micros = new Histogram(Duration.ofMinutes(5).toSeconds() * 1_000_000, DIGITS);

    /** Notes the time since {@code begun}, a reading of {@link System#nanoTime()}. */
    void since(long begun) {
        add(System.nanoTime() - begun);
    }

    void add(long nanos) {
        micros.recordValue(TimeUnit.NANOSECONDS.toMicros(nanos));
    }

    long count() {
        return micros.getTotalCount();
    }

    /** In milliseconds. */
    double percentile(double percent) {
        return micros.getValueAtPercentile(percent) / 1e3;
    }

    /** How many times as long as the other's. */
    double ratio(Timings other, double percent) {
        return percentile(percent) / other.percentile(percent);
    }
}
