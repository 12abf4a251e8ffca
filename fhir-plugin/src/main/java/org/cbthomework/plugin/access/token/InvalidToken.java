package org.cbthomework.plugin.access.token;

import java.io.Serial;

/** A token that is not accepted; its message says why, and nothing that the token says. */
public final class InvalidToken extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String reason;

    InvalidToken(String reason) {
        super(reason);
        this.reason = reason;
    }

    InvalidToken(String reason, Throwable cause) {
        super(reason, cause);
        this.reason = reason;
    }

    /** Why it is not accepted. */
    public String reason() {
        return reason;
    }
}
