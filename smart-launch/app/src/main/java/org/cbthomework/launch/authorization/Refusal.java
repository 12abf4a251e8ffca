package org.cbthomework.launch.authorization;

import java.util.Locale;

/** Why a launch is not, or no longer, possible. What people are told of it is in the messages, under its key. */
public enum Refusal {
    NO_EHR(400),
    UNKNOWN_EHR(400),
    NOT_FOUND_OUT(502),
    STATE(400),
    ANSWERED_BY_ANOTHER(400),
    DENIED(403),
    NOT_GRANTED(502),
    IDENTITY(502),
    OVER(401),
    AWAY(503),
    TOO_MANY(429);

    private final int status;

    Refusal(int status) {
        this.status = status;
    }

    /** Of the answer, in HTTP. */
    public int status() {
        return status;
    }

    /** Under which the messages tell it: {@code <key>.title} and {@code <key>.remedy}. */
    public String key() {
        return "refusal." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
