package org.cbthomework.benchmark;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** By which power of the length of history a cost grows: 0 if not at all, 1 in proportion, 2 as its square. */
public final class Growth {

    private Growth() {}

    /** The slope of the least-squares line through the logarithms; costs of two lengths of history at least. */
    public static double exponent(List<Cost> costs, ToDoubleFunction<Cost> cost) {
        double meanX = costs.stream().mapToDouble(Growth::logYears).average().orElseThrow();
        double meanY = costs.stream()
                .mapToDouble(each -> Math.log(cost.applyAsDouble(each)))
                .average()
                .orElseThrow();
        double covariance = 0;
        double variance = 0;
        for (Cost each : costs) {
            double x = logYears(each) - meanX;
            covariance += x * (Math.log(cost.applyAsDouble(each)) - meanY);
            variance += x * x;
        }
        return covariance / variance;
    }

    private static double logYears(Cost cost) {
        return Math.log(cost.years());
    }
}
