package org.cbthomework.launch.changing;

import java.io.Serial;
import java.util.Optional;
import org.cbthomework.launch.homework.Terms;

/** Somebody else has changed the assignment since it was read; nothing was changed now. */
public final class ChangedMeanwhile extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    private final transient Optional<Terms> before;
    private final transient Terms now;

    ChangedMeanwhile(Optional<Terms> before, Terms now) {
        super("The assignment was changed since it was read");
        this.before = before;
        this.now = now;
    }

    /** As it was when it was read; empty if the server does not tell. */
    public Optional<Terms> before() {
        return before;
    }

    public Terms now() {
        return now;
    }
}
