package org.cbthomework.demo.patients;

import java.util.List;
import java.util.Random;

/** What happens by chance, and happens again the same way for the same seed and name. */
final class Chance {

    private final Random random;

    private Chance(Random random) {
        this.random = random;
    }

    static Chance of(long seed, String name) {
        return new Chance(new Random(31 * seed + name.hashCode()));
    }

    /** Whether something happens that happens this often, from 0 (never) to 1 (always). */
    boolean happens(double often) {
        return random.nextDouble() < often;
    }

    /** A whole number, both ends inclusive. */
    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    /** A whole number near another, within both bounds. */
    int near(double middle, int spread, int least, int most) {
        long value = Math.round(middle) + between(-spread, spread);
        return (int) Math.max(least, Math.min(most, value));
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
