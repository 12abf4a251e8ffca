package org.cbthomework.plugin.input;

/** Counts the values of a document, and of each entry of it, as far as is allowed. */
final class Counting {

    private final Guards guards;
    private final int most;
    private int all;
    private int ofEntry;

    Counting(Guards guards, int most) {
        this.guards = guards;
        this.most = most;
    }

    void next() {
        all++;
        ofEntry++;
        guards.hold(Rule.ITEMS, all <= most, () -> "The body has more than " + most + " values; send it in parts");
        guards.hold(
                Rule.ITEMS,
                ofEntry <= guards.limits().items(),
                () -> "A resource has more than " + guards.limits().items() + " values; send it in parts");
    }

    /** From here on it is another entry, or might be. */
    void nextEntry() {
        ofEntry = 0;
    }
}
