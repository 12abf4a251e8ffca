package org.cbthomework.launch.homework;

import org.cbthomework.launch.launches.Launch;

/** Where the homework of launches is kept. */
public interface HomeworkStores {

    /**
     * The store of a launch, which is asked with the launch's token.
     *
     * @throws org.cbthomework.launch.authorization.LaunchRefused if the token is over and cannot be renewed
     */
    HomeworkStore of(Launch launch);
}
