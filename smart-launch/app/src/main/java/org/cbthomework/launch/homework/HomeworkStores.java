package org.cbthomework.launch.homework;

import org.cbthomework.launch.launches.Launch;

/** Where the homework of launches is kept. */
public interface HomeworkStores {

    /**
     * The launch with a token that is good, and the scopes that go with it.
     *
     * @throws org.cbthomework.launch.authorization.LaunchRefused if the token is over and cannot be renewed
     */
    Launch current(Launch launch);

    /** The store of a launch that is current, which is asked with the launch's token. */
    HomeworkStore of(Launch launch);
}
