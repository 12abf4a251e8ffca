package org.cbthomework.benchmark;

import static java.util.Objects.requireNonNull;

import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.util.Statistics;

/**
 * What one operation of one body cost over one length of history: the median of the iterations, which a neighbour on the
 * same cores disturbs least.
 *
 * @param years the length of history
 * @param micros time by the clock on the wall, in microseconds
 * @param fastest the fastest iteration's, in microseconds
 * @param slowest the slowest iteration's, in microseconds
 * @param cpu CPU time of the process, in microseconds
 * @param bytes what was allocated
 */
public record Cost(String body, int years, double micros, double fastest, double slowest, double cpu, double bytes) {

    /** The gc profiler's name for bytes allocated per operation. */
    private static final String ALLOCATED = "gc.alloc.rate.norm";

    static Cost of(RunResult result) {
        String benchmark = result.getParams().getBenchmark();
        Statistics wall = result.getPrimaryResult().getStatistics();
        return new Cost(
                benchmark.substring(benchmark.lastIndexOf('.') + 1),
                Integer.parseInt(result.getParams().getParam("years")),
                wall.getPercentile(50),
                wall.getMin(),
                wall.getMax(),
                secondary(result, CpuTime.LABEL),
                secondary(result, ALLOCATED));
    }

    private static double secondary(RunResult result, String label) {
        return requireNonNull(result.getSecondaryResults().get(label), label)
                .getStatistics()
                .getPercentile(50);
    }
}
