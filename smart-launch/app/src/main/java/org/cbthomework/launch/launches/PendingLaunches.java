package org.cbthomework.launch.launches;

import java.util.Optional;

/** The launches from which nobody has come back yet. */
public interface PendingLaunches {

    void add(PendingLaunch pending, Browser browser);

    /** Takes one away, so that no state is used twice; empty if it is unknown, over, or of another browser. */
    Optional<PendingLaunch> take(String state, Browser browser);
}
