package org.cbthomework.demo.harness;

import org.cbthomework.plugin.access.rule.Rule;
import org.cbthomework.plugin.access.rule.Rules;
import org.jspecify.annotations.Nullable;

/** All rules of access but, for as long as a control needs it, one. */
public final class SwitchedRules implements Rules {

    private volatile @Nullable Rule off;

    @Override
    public boolean hold(Rule rule) {
        return rule != off;
    }

    /** Runs with one rule switched off, for every request to the server. */
    public void without(Rule rule, Runnable attempt) {
        off = rule;
        try {
            attempt.run();
        } finally {
            off = null;
        }
    }
}
