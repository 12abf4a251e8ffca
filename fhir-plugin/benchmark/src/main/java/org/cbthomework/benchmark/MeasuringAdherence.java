package org.cbthomework.benchmark;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.cbthomework.adherence.schedule.Occasion;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What is timed, on one thread: each body once over the whole history. Short by default; JMH's options make it longer. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 600, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 250, timeUnit = TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xms1g", "-Xmx1g", "-XX:+UseSerialGC"})
@SuppressWarnings("NullAway.Init") // JMH calls setUp first.
public class MeasuringAdherence {

    static final long SEED = 20260331;

    /** The length of the history, in years. */
    @Param({"1", "2", "4", "8", "16"})
    int years;

    private History history;

    /** Makes the history, and refuses to time what does not agree. */
    @Setup
    public void setUp() {
        history = History.ofDailyDiary(years, SEED);
        if (!measureAnew().equals(recount())) {
            throw new IllegalStateException("Over " + years + " years the definition counts " + measureAnew()
                    + " and the re-count " + recount() + "; make them agree before timing them");
        }
    }

    /** One more response has arrived: all is measured again, by the definition. */
    @Benchmark
    public Tally measureAnew() {
        return Tally.of(history.assignment().measure(history.submissions(), history.asOf()));
    }

    /** The same counts by the obvious matching. */
    @Benchmark
    public Tally recount() {
        return Recount.of(history);
    }

    /** The part of both that needs no response: the occasions up to today. */
    @Benchmark
    public List<Occasion> layOut() {
        return history.assignment().occasions(history.today());
    }
}
