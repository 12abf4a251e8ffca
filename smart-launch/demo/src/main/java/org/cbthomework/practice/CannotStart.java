package org.cbthomework.practice;

import java.io.Serial;

/** Why the practice does not open: what is wrong, its value, and what to do. */
public final class CannotStart extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    /**
     * Tells why.
     *
     * @param problem what is wrong and with which value, as in {@code --ehr-port is 'x', which is no port}
     * @param remedy what to do instead
     */
    CannotStart(String problem, String remedy) {
        super(problem + ". " + remedy + ".");
    }
}
