package org.cbthomework.adherence;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** So many of so many, or nothing to count yet (rules 9 and 10). */
public sealed interface Headline {

    /** So many of so many; of none, nothing is due yet. */
    static Headline of(int done, int due) {
        return due == 0 ? new NothingDueYet() : new Counted(done, due);
    }

    /** As shown to a person: a percentage only where there are enough occasions to bear one. */
    String text();

    /** No occasion has fallen due: neither 0% nor 100%. */
    record NothingDueYet() implements Headline {
        @Override
        public String text() {
            return "nothing due yet";
        }
    }

    /**
     * So many of so many.
     *
     * @param done the numerator, from 0 to {@code due}
     * @param due the denominator, at least 1
     */
    record Counted(int done, int due) implements Headline {

        private static final int ENOUGH_FOR_A_PERCENTAGE = 5;

        public Counted {
            if (due < 1 || done < 0 || done > due) {
                throw new IllegalArgumentException(
                        "A share of " + done + " of " + due + " is none; the first must lie between 0 and the second");
            }
        }

        /** The share in percent, to one decimal. */
        public BigDecimal percent() {
            return BigDecimal.valueOf(100L * done).divide(BigDecimal.valueOf(due), 1, RoundingMode.HALF_UP);
        }

        /** The interval of 95% around the share. */
        public WilsonInterval interval() {
            return WilsonInterval.of(done, due);
        }

        @Override
        public String text() {
            String counts = done + " of " + due;
            return due < ENOUGH_FOR_A_PERCENTAGE
                    ? counts
                    : percent().setScale(0, RoundingMode.HALF_UP) + "% (" + counts + ")";
        }
    }
}
