package org.cbthomework.adherence;

import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Numbers over several assignments (rule 11). They are for computing on; a care plan is shown assignment by assignment.
 *
 * @param pooled done of due over all of them
 * @param median the median of the percentages of those that are reportable; empty if none is
 * @param notReportable how many have too few occasions for a percentage
 */
public record Aggregates(Headline pooled, OptionalDouble median, int notReportable) {

    private static final int ENOUGH = 5;

    /** The aggregates over done of due. */
    public static Aggregates of(Collection<Adherence> all) {
        int done = all.stream().mapToInt(Adherence::done).sum();
        int due = all.stream().mapToInt(Adherence::due).sum();
        List<Double> shares = all.stream()
                .filter(each -> each.due() >= ENOUGH)
                .map(each -> 100.0 * each.done() / each.due())
                .sorted()
                .toList();
        return new Aggregates(Headline.of(done, due), median(shares), all.size() - shares.size());
    }

    private static OptionalDouble median(List<Double> sorted) {
        if (sorted.isEmpty()) {
            return OptionalDouble.empty();
        }
        int middle = sorted.size() / 2;
        return OptionalDouble.of(
                sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2);
    }
}
