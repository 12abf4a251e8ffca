package org.cbthomework.adherence.schedule;

import java.time.LocalDate;
import java.util.Comparator;

/**
 * One time the homework is expected, or would be but for an excuse.
 *
 * @param key its name within the assignment
 * @param day the local day it belongs to; for an occasion of a longer bucket, the day the bucket begins
 * @param window when it can be done; occasions of one bucket share it
 * @param excused whether it falls into an excuse, and so counts for nothing
 */
public record Occasion(OccasionKey key, LocalDate day, Window window, boolean excused) {

    /** The order in which occasions of one assignment are filled: by opening, by closing, then by key. */
    public static final Comparator<Occasion> IN_ORDER = Comparator.comparing(
                    (Occasion occasion) -> occasion.window().opens())
            .thenComparing(occasion -> occasion.window().closes())
            .thenComparing(occasion -> occasion.key().value());
}
