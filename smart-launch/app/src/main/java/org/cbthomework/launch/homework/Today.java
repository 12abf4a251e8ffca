package org.cbthomework.launch.homework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is due on one day of a patient.
 *
 * @param date on the patient's wall
 * @param zone of that wall, as IANA names it
 */
public record Today(LocalDate date, String zone, List<Due> due) {

    public Today {
        due = List.copyOf(due);
    }

    /**
     * An occasion of homework.
     *
     * @param task the id of its Task
     * @param worksheet the canonical of its Questionnaire; null if the Task names none
     * @param title of the worksheet; null if it is not known
     * @param status of the Task
     * @param outcome the code of its business status; null if there is none yet
     * @param opens inclusive; null if the Task does not tell
     * @param closes exclusive; null if the Task does not tell
     */
    public record Due(
            String task,
            @Nullable String worksheet,
            @Nullable String title,
            String status,
            @Nullable String outcome,
            @Nullable Instant opens,
            @Nullable Instant closes) {}
}
