package org.cbthomework.launch.worksheet;

import java.util.regex.Pattern;
import org.cbthomework.launch.homework.HomeworkRefused;
import org.cbthomework.launch.homework.HomeworkStores;
import org.cbthomework.launch.homework.Role;
import org.cbthomework.launch.launches.Launch;
import org.hl7.fhir.r4.model.Bundle;

/** Opens the worksheet of an occasion, with what was answered on whatever device. */
public final class OpeningWorksheets {

    private static final int UNPROCESSABLE = 422;
    private static final Pattern SEARCH = Pattern.compile("[A-Za-z0-9?&=/.,:|%_-]{1,2000}");

    private final HomeworkStores stores;

    public OpeningWorksheets(HomeworkStores stores) {
        this.stores = stores;
    }

    /**
     * What a worksheet asks the record as it opens. The server answers with what the patient's own token may see.
     *
     * @param search of QuestionnaireResponses, about the patient of the launch
     * @throws HomeworkRefused with 422 if it is about anything or anybody else
     */
    public Bundle ask(Launch launch, String search) {
        String own = "QuestionnaireResponse?subject=Patient/" + launch.context().patient() + "&";
        if (!search.startsWith(own) || !SEARCH.matcher(search).matches()) {
            throw new HomeworkRefused(UNPROCESSABLE, "refusal.homework.not-of-this-patient", null);
        }
        return stores.of(launch).responsesBy(search);
    }

    /** Whether there is such an occasion of the patient whose own launch it is. */
    public boolean isOwn(Launch launch, String occasion) {
        return Role.of(launch.context()) == Role.PATIENT
                && stores.of(launch)
                        .occasion(occasion)
                        .filter(task -> Occasions.isOf(task, launch))
                        .isPresent();
    }

    /**
     * Opens it for the patient of the launch.
     *
     * @param occasion the id of its Task
     * @throws HomeworkRefused if there is none of this patient
     */
    public OpenWorksheet open(Launch launch, String occasion) {
        return Occasions.open(stores.of(launch), launch, occasion);
    }

    /**
     * Opens an entry of a log, or something done beyond what was asked.
     *
     * @param order the id of its ServiceRequest
     * @param response the id of its response, a UUID; there need not be one yet
     * @throws HomeworkRefused if the patient has no such order under way
     */
    public OpenWorksheet openEntry(Launch launch, String order, String response) {
        return Entries.open(stores.of(launch), launch, order, response);
    }
}
