package org.cbthomework.plugin.subset;

import java.util.ArrayList;
import java.util.List;

/** Collects reasons, each once. */
final class Reasons {

    private final List<Reason> reasons = new ArrayList<>();

    void add(Placed at, String rule, String says) {
        add(at.linkId(), at.path(), rule, says);
    }

    void add(String linkId, String path, String rule, String says) {
        Reason reason = new Reason(rule, linkId, path, says);
        if (!reasons.contains(reason)) {
            reasons.add(reason);
        }
    }

    List<Reason> all() {
        return List.copyOf(reasons);
    }
}
