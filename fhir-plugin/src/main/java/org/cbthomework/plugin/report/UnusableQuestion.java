package org.cbthomework.plugin.report;

/** A question that cannot be answered; the message names the parameter, the value and the remedy. */
final class UnusableQuestion extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnusableQuestion(String message) {
        super(message);
    }
}
