package org.cbthomework.launch.homework;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** The homework server does not do what was asked, and would not at another try. */
public final class HomeworkRefused extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    private final int status;

    /**
     * Tells of a refusal.
     *
     * @param status of the server's answer, in HTTP
     * @param message what may be shown to the user: a key of the messages, or the words of a server
     */
    public HomeworkRefused(int status, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.status = status;
    }

    public int status() {
        return status;
    }
}
