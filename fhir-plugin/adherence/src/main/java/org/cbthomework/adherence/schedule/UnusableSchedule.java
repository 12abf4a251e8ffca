package org.cbthomework.adherence.schedule;

/** A schedule that cannot be followed; the message names what, the value and the remedy. */
public final class UnusableSchedule extends IllegalArgumentException {

    public UnusableSchedule(String message) {
        super(message);
    }
}
