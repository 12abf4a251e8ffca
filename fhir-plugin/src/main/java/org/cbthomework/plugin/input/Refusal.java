package org.cbthomework.plugin.input;

/** A request breaks a rule. The message names what, the bound and the remedy, and never a value. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Rule rule;
    private final int status;

    Refusal(Rule rule, String message) {
        this(rule, rule.status(), message);
    }

    /** One whose HTTP status is not the usual one of its rule. */
    Refusal(Rule rule, int status, String message) {
        super(message, null, false, false);
        this.rule = rule;
        this.status = status;
    }

    Rule rule() {
        return rule;
    }

    int status() {
        return status;
    }

    /** The same about a part of something larger. */
    Refusal within(String part) {
        return new Refusal(rule, status, part + ": " + getMessage());
    }
}
