package org.cbthomework.plugin.rebuild;

import java.util.ArrayList;
import java.util.List;
import org.cbthomework.plugin.refusal.Refused;

/** What came out of comparing the ledger with the resources. */
final class Rebuilt {

    private final List<String> differences = new ArrayList<>();
    private final List<String> skipped = new ArrayList<>();
    private int counted;

    void count(int more) {
        counted += more;
    }

    void differs(String name) {
        differences.add(name);
    }

    /** A resource that could not be read, and why; a refusal never repeats an answer. */
    void skip(String name, Refused refused) {
        skipped.add(name + ": " + refused.getMessage());
    }

    /** How many assignments, occasions or responses the resources tell. */
    int counted() {
        return counted;
    }

    /** The resources of which something else was held than they say. */
    List<String> differences() {
        return List.copyOf(differences);
    }

    /** The resources that say what cannot be followed, each with the reason. */
    List<String> skipped() {
        return List.copyOf(skipped);
    }
}
