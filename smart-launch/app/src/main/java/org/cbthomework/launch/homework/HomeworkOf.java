package org.cbthomework.launch.homework;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A patient's homework as a clinician sees it, assignment by assignment and never pooled, the focal one first.
 *
 * @param since the first day of what the weeks show; what is counted is all there was
 */
public record HomeworkOf(LocalDate since, List<Assigned> assignments) {

    public HomeworkOf {
        assignments = List.copyOf(assignments);
    }

    /**
     * An assignment.
     *
     * @param title of its worksheet; null if that is not known
     * @param isInTimeFirst whether it is a diary, of which what was logged in time comes first
     * @param log what was noted, where it is a log of what happens and nothing is due; else null
     * @param weeks the latest therapy weeks, the oldest first
     */
    public record Assigned(
            @Nullable String title,
            boolean isFocal,
            boolean isOver,
            boolean isInTimeFirst,
            Share done,
            Share inTime,
            @Nullable Log log,
            List<Week> weeks) {

        public Assigned {
            weeks = List.copyOf(weeks);
        }
    }

    /** So many of what was due. */
    public record Share(int part, int due) {

        /** In whole percent; null while nothing is due. */
        public @Nullable Integer percent() {
            return due == 0 ? null : (int) Math.round(100.0 * part / due);
        }
    }

    /** What a log of what happens holds: entries, and days that were heard from, of those asked about. */
    public record Log(int entries, int days, int daysAsked) {}

    /**
     * A therapy week.
     *
     * @param start the first day of it, where the patient lives
     * @param outcomes what became of its occasions, by the codes of their business status, the oldest first
     */
    public record Week(LocalDate start, boolean isOver, Share done, List<String> outcomes) {

        public Week {
            outcomes = List.copyOf(outcomes);
        }
    }
}
