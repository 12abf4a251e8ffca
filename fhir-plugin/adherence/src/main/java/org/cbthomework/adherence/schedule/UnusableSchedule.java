package org.cbthomework.adherence.schedule;

/** A schedule that cannot be followed; the message names what, the value and the remedy. */
public final class UnusableSchedule extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String message;

    public UnusableSchedule(String message) {
        super(message);
        this.message = message;
    }

    @Override
    public String getMessage() {
        return message;
    }
}
