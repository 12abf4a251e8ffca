package org.cbthomework.launch.homework;

import java.io.Serial;
import java.time.Duration;

/** The homework server does not answer, or asks to be left alone for a while. Of a write it is not known whether it was done. */
public final class HomeworkAway extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    private final Duration wait;

    /**
     * Tells of a server that is away.
     *
     * @param wait after which another try may do
     */
    public HomeworkAway(Duration wait, Throwable cause) {
        super("The homework server does not answer; try again in " + wait.toSeconds() + " s", cause);
        this.wait = wait;
    }

    public Duration waitFor() {
        return wait;
    }
}
