package org.cbthomework.plugin.subset.expression;

/** An expression has no value here: it failed, took too much, or depends on what only a client knows. Says no more. */
public final class Unanswerable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Unanswerable() {
        super("an expression has no value", null, false, false);
    }
}
