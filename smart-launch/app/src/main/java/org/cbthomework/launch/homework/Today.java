package org.cbthomework.launch.homework;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is due on one day of a patient, and around it.
 *
 * @param date on the patient's wall
 * @param zone of that wall, as IANA names it
 * @param missed the id of the Task of something that was lately not done, if the patient has not said what made it hard
 * @param suggested what the patient has yet to agree to
 * @param due what can be done today, the focal one first
 * @param logs what is noted whenever it happens
 * @param next what comes in the next seven days, the earliest first
 * @param week the days from Monday to Sunday
 */
public record Today(
        LocalDate date,
        String zone,
        @Nullable String missed,
        List<Suggested> suggested,
        List<Due> due,
        List<Log> logs,
        List<Next> next,
        List<Day> week) {

    public Today {
        suggested = List.copyOf(suggested);
        due = List.copyOf(due);
        logs = List.copyOf(logs);
        next = List.copyOf(next);
        week = List.copyOf(week);
    }

    /**
     * Homework to be done once on one of the days of a stretch, or several times.
     *
     * @param task the id of the Task to go on with; of several, the first that is open
     * @param worksheet the canonical of its Questionnaire; null if the Task names none
     * @param title of the worksheet; null if it is not known
     * @param status of the Task
     * @param outcome the code of its business status; null if there is none yet
     * @param opens inclusive; null if the Task does not tell
     * @param closes exclusive; null if the Task does not tell
     * @param isOpenYet whether its time has come
     * @param isFromBefore whether its day is over, and it can be done all the same
     * @param quota null if it is done once
     */
    public record Due(
            String task,
            @Nullable String worksheet,
            @Nullable String title,
            String status,
            @Nullable String outcome,
            @Nullable Instant opens,
            @Nullable Instant closes,
            boolean isOpenYet,
            boolean isFromBefore,
            @Nullable Quota quota,
            About about) {

        public boolean isDone() {
            return status.equals("completed");
        }
    }

    /**
     * So many times, on whichever days.
     *
     * @param stretch {@code day}, {@code week} or {@code while}
     * @param handedIn the ids of the Tasks that are done
     */
    public record Quota(int done, int times, String stretch, List<String> handedIn) {

        public Quota {
            handedIn = List.copyOf(handedIn);
        }
    }

    /**
     * Something to be noted whenever it happens, with no number agreed.
     *
     * @param thisWeek how many entries there are since Monday
     * @param isNoneToday whether the patient said that there was nothing today
     * @param begun the ids of entries that were not handed in
     */
    public record Log(String order, About about, int today, int thisWeek, boolean isNoneToday, List<String> begun) {

        public Log {
            begun = List.copyOf(begun);
        }
    }

    /**
     * Homework that waits for the patient's agreement.
     *
     * @param isChangeAsked whether the patient has asked for a change
     */
    public record Suggested(String order, About about, boolean isChangeAsked) {}

    /**
     * What comes.
     *
     * @param from on that day; null if at any time of it
     */
    public record Next(
            LocalDate day,
            @Nullable LocalTime from,
            @Nullable String title,
            @Nullable Integer minutes) {}

    /**
     * A day of the week.
     *
     * @param state {@code done}, {@code begun}, {@code missed}, {@code none} or {@code later}
     */
    public record Day(LocalDate date, String state, boolean isToday) {}
}
