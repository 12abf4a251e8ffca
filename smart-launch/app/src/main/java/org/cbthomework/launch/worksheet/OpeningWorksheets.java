package org.cbthomework.launch.worksheet;

import org.cbthomework.launch.homework.HomeworkStores;
import org.cbthomework.launch.launches.Launch;

/** Opens the worksheet of an occasion, with what was answered on whatever device. */
public final class OpeningWorksheets {

    private final HomeworkStores stores;

    public OpeningWorksheets(HomeworkStores stores) {
        this.stores = stores;
    }

    /**
     * Opens it for the patient of the launch.
     *
     * @param occasion the id of its Task
     * @throws org.cbthomework.launch.homework.HomeworkRefused if there is none of this patient
     */
    public OpenWorksheet open(Launch launch, String occasion) {
        return Occasions.open(stores.of(launch), launch, occasion);
    }
}
