package org.cbthomework.adherence;

/**
 * The 95% score interval of a proportion, in percent. Source: E. B. Wilson, Probable inference, the law of succession,
 * and statistical inference, Journal of the American Statistical Association 22 (1927) 209-212.
 *
 * @param low the lower limit, 0 to 100
 * @param high the upper limit, 0 to 100
 */
public record WilsonInterval(double low, double high) {

    /** The 97.5th percentile of the standard normal distribution. */
    private static final double Z = 1.959963984540054;

    /** The limits at none and at all are exactly 0 and 100; computed, they would be so only nearly. */
    static WilsonInterval of(int successes, int trials) {
        double n = trials;
        double share = successes / n;
        double middle = share + Z * Z / (2 * n);
        double reach = Z * Math.sqrt(share * (1 - share) / n + Z * Z / (4 * n * n));
        double scale = 1 + Z * Z / n;
        return new WilsonInterval(
                successes == 0 ? 0 : 100 * (middle - reach) / scale,
                successes == trials ? 100 : 100 * (middle + reach) / scale);
    }
}
