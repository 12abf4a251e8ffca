package org.cbthomework.adherence.schedule;

import java.time.Instant;

/** A stretch of time, from {@code startInclusive} to {@code endExclusive}; open ends are {@link Instant#MAX}. */
public record Stretch(Instant startInclusive, Instant endExclusive) {

    public Stretch {
        if (endExclusive.isBefore(startInclusive)) {
            throw new UnusableSchedule("A stretch of time starts at " + startInclusive + " and ends at " + endExclusive
                    + "; it must not end before it starts");
        }
    }

    boolean holds(Instant moment) {
        return !moment.isBefore(startInclusive) && moment.isBefore(endExclusive);
    }

    boolean meets(Stretch other) {
        return startInclusive.isBefore(other.endExclusive) && other.startInclusive.isBefore(endExclusive);
    }
}
