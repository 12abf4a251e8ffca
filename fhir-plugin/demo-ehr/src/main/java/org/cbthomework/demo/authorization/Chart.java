package org.cbthomework.demo.authorization;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The record of a patient, as somebody who may open it sees it in a list.
 *
 * @param patient the id of the Patient
 * @param born year or date as recorded; null when it is not
 * @param encounter the id of the latest session that has begun; null when there was none
 * @param lastSession its day, on the clock of the wall
 * @param team the ids of the care teams
 */
public record Chart(
        String patient,
        String name,
        @Nullable String born,
        @Nullable String encounter,
        @Nullable LocalDate lastSession,
        List<String> team) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);

    public Chart {
        team = List.copyOf(team);
    }

    /** As in "Mon 16 Nov". */
    public @Nullable String lastSessionInWords() {
        return lastSession == null ? null : DAY.format(lastSession);
    }
}
