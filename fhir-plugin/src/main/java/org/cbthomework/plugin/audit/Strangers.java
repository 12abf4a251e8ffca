package org.cbthomework.plugin.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * How often whoever is not known was refused, by address and minute, so that they cannot fill the database: so many are
 * told each, the next tells that the rest is counted, and the first of a later minute tells how many that was.
 */
final class Strangers {

    /** What is to be told of a refusal. */
    sealed interface Told {

        /** The refusal itself; before it, how many were only counted in an earlier minute, if any. */
        record Itself(int untold) implements Told {}

        /** That from now on they are counted. */
        record OnlyThatTheyAreCounted() implements Told {}

        record Nothing() implements Told {}
    }

    private static final Duration WHILE = Duration.ofMinutes(1);
    private static final int ADDRESSES = 1000;
    /** Where too many addresses are known already, those that follow are taken for one. */
    private static final String OTHERS = "";

    private final Clock clock;
    private final int perMinute;
    private final Map<String, Seen> seen = new HashMap<>();

    /** @param perMinute how many refusals are told each for one address, at least one */
    Strangers(Clock clock, int perMinute) {
        this.clock = clock;
        this.perMinute = perMinute;
    }

    synchronized Told refused(String address) {
        Instant now = clock.instant();
        if (!seen.containsKey(address) && seen.size() >= ADDRESSES) {
            seen.values().removeIf(each -> !each.isWithin(now));
        }
        String key = seen.containsKey(address) || seen.size() < ADDRESSES ? address : OTHERS;
        Seen known = seen.get(key);
        if (known == null || !known.isWithin(now)) {
            int untold = known == null ? 0 : Math.max(0, known.count - perMinute);
            seen.put(key, new Seen(now));
            return new Told.Itself(untold);
        }
        known.count++;
        if (known.count <= perMinute) {
            return new Told.Itself(0);
        }
        return known.count == perMinute + 1 ? new Told.OnlyThatTheyAreCounted() : new Told.Nothing();
    }

    private static final class Seen {

        private final Instant since;
        private int count = 1;

        Seen(Instant since) {
            this.since = since;
        }

        boolean isWithin(Instant now) {
            return !now.isBefore(since) && now.isBefore(since.plus(WHILE));
        }
    }
}
