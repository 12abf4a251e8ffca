package org.cbthomework.launch.homework;

/**
 * What a homework server says that it can do.
 *
 * @param counts whether it measures adherence
 * @param assignments whether assignments and plans can be written there
 * @param answers whether answers can be
 */
public record Offers(boolean counts, boolean assignments, boolean answers) {

    /** Where a server does not say, it is asked: what it cannot do, it refuses. */
    public static final Offers ALL = new Offers(true, true, true);
}
