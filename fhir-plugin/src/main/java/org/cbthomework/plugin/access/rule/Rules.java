package org.cbthomework.plugin.access.rule;

/**
 * Which rules hold. All of them, always: a server has no setting for this. Tests leave one out at a time and see that
 * something gets through that should not.
 */
@FunctionalInterface
public interface Rules {

    /** Every rule holds. */
    Rules ALL = rule -> true;

    boolean hold(Rule rule);
}
