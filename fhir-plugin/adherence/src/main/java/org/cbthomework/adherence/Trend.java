package org.cbthomework.adherence;

/**
 * How two adjacent blocks compare (rule 11). The raw counts are always told; a direction is named only when Newcombe's 95%
 * interval of the difference leaves out 0. Source: R. G. Newcombe, Interval estimation for the difference between
 * independent proportions, Statistics in Medicine 17 (1998) 873-890, method 10.
 *
 * @param low the lower limit of the difference, now less before, in percentage points
 * @param high its upper limit
 */
public record Trend(Headline.Counted before, Headline.Counted now, double low, double high) {

    /** Below this many occasions a block bears no comparison. */
    public static final int ENOUGH = 5;

    /** Which way it went. */
    public enum Direction {
        RISING,
        FALLING,
        NO_CLEAR_CHANGE
    }

    /**
     * Compares two blocks.
     *
     * @throws IllegalArgumentException if one has fewer than {@link #ENOUGH} occasions
     */
    public static Trend between(Headline.Counted before, Headline.Counted now) {
        if (before.due() < ENOUGH || now.due() < ENOUGH) {
            throw new IllegalArgumentException("Blocks of " + before.due() + " and " + now.due()
                    + " occasions bear no comparison; take at least " + ENOUGH + " in each");
        }
        double first = share(before);
        double second = share(now);
        WilsonInterval one = before.interval();
        WilsonInterval other = now.interval();
        double difference = second - first;
        return new Trend(
                before,
                now,
                difference - Math.hypot(second - other.low(), one.high() - first),
                difference + Math.hypot(other.high() - second, first - one.low()));
    }

    public Direction direction() {
        if (low > 0) {
            return Direction.RISING;
        }
        return high < 0 ? Direction.FALLING : Direction.NO_CLEAR_CHANGE;
    }

    private static double share(Headline.Counted block) {
        return 100.0 * block.done() / block.due();
    }
}
