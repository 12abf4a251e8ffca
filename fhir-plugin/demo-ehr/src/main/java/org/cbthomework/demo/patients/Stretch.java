package org.cbthomework.demo.patients;

/**
 * Days of a course by their numbers, the day of the first session being 0.
 *
 * @param first inclusive
 * @param last inclusive; {@link Integer#MAX_VALUE} for no end
 */
record Stretch(int first, int last) {

    static Stretch from(int first) {
        return new Stretch(first, Integer.MAX_VALUE);
    }

    boolean holds(int number) {
        return first <= number && number <= last;
    }

    boolean hasEnd() {
        return last != Integer.MAX_VALUE;
    }
}
