package org.cbthomework.plugin.access.token;

import java.io.Serial;

/** The authorization server that could tell whether a token is good cannot be reached. */
public final class Unverifiable extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    Unverifiable(Throwable cause) {
        super("The authorization server cannot be reached", cause);
    }
}
