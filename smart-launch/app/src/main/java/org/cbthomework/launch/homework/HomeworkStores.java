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

    /** What can be done where the homework of a launch is kept, whatever its scopes. */
    Offers offers(Launch launch);

    /**
     * The store of a launch, asked with a token that is good.
     *
     * @throws org.cbthomework.launch.authorization.LaunchRefused if the token is over and cannot be renewed
     */
    HomeworkStore of(Launch launch);
}
