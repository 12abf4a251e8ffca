package org.cbthomework.benchmark;

import org.cbthomework.adherence.Adherence;

/** The counts on which every way of counting must agree. */
public record Tally(int done, int inTime, int extras) {

    static Tally of(Adherence adherence) {
        return new Tally(
                adherence.done(), adherence.inTime(), adherence.extras().size());
    }
}
