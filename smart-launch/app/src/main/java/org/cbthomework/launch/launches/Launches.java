package org.cbthomework.launch.launches;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The launches that were granted. */
public interface Launches {

    void add(Launch launch, Browser browser);

    /** Empty if it is unknown, over, or of another browser: which of these is not told. */
    Optional<Launch> find(LaunchId id, Browser browser);

    /** Changes a launch while nobody else may; empty if it is not there any more. */
    Optional<Launch> change(LaunchId id, UnaryOperator<Launch> change);

    void remove(LaunchId id);

    /** All launches of a browser, which are then no more. */
    List<Launch> removeAll(Browser browser);
}
