package org.cbthomework.launch.discovery;

import java.io.Serial;

/** An EHR did not say where it is to be asked, or named a place that is not its own. */
public final class DiscoveryFailed extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    DiscoveryFailed(String message, Throwable cause) {
        super(message, cause);
    }

    DiscoveryFailed(String message) {
        super(message);
    }
}
