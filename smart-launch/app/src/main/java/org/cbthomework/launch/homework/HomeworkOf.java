package org.cbthomework.launch.homework;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * A patient's homework as a clinician sees it, assignment by assignment and never pooled, the focal one first.
 *
 * @param today where the patient lives
 * @param since the first day of what the weeks show; what is counted is all there was
 * @param isHandedInTold whether the user may see what was handed in
 */
public record HomeworkOf(LocalDate today, LocalDate since, boolean isHandedInTold, List<Assigned> assignments) {

    public HomeworkOf {
        assignments = List.copyOf(assignments);
    }

    /** What goes on, or is to. */
    public List<Assigned> current() {
        return assignments.stream().filter(each -> !each.isOver()).toList();
    }

    public List<Assigned> ended() {
        return assignments.stream().filter(Assigned::isOver).toList();
    }

    /**
     * An assignment.
     *
     * @param title of its worksheet; null if that is not known
     * @param terms that were agreed; null if it is no order of this app's kind, but an activity of a plan
     * @param isInTimeFirst whether it is a diary, of which what was logged in time comes first
     * @param log what was noted, where it is a log of what happens and nothing is due; else null
     * @param weeks the latest therapy weeks, the oldest first
     * @param handedIn responses to its worksheet, the newest first
     * @param obstacles when the patient said what makes it hard, the newest first
     */
    public record Assigned(
            @Nullable String title,
            @Nullable Terms terms,
            boolean isFocal,
            boolean isOver,
            boolean isInTimeFirst,
            Share done,
            Share inTime,
            @Nullable Log log,
            List<Week> weeks,
            List<HandedIn> handedIn,
            List<HandedIn> obstacles) {

        public Assigned {
            weeks = List.copyOf(weeks);
            handedIn = List.copyOf(handedIn);
            obstacles = List.copyOf(obstacles);
        }

        /** The days of the week on which anything was expected, in the order of a therapy week. */
        public List<DayOfWeek> days() {
            DayOfWeek first = weeks.isEmpty()
                    ? DayOfWeek.MONDAY
                    : weeks.get(weeks.size() - 1).start().getDayOfWeek();
            return LongStream.range(0, DayOfWeek.values().length)
                    .mapToObj(first::plus)
                    .filter(day -> weeks.stream().anyMatch(week -> !week.on(day).isEmpty()))
                    .toList();
        }

        /** Whether anything was expected that had a week's time. */
        public boolean isEverOnAnyDay() {
            return weeks.stream().anyMatch(week -> !week.onAnyDay().isEmpty());
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
     * @param marks what became of its occasions, the oldest first
     */
    public record Week(LocalDate start, boolean isOver, Share done, List<Mark> marks) {

        public Week {
            marks = List.copyOf(marks);
        }

        /** What was expected on a day of the week. */
        public List<Mark> on(DayOfWeek day) {
            return marks.stream()
                    .filter(mark -> mark.day() != null && mark.day().getDayOfWeek() == day)
                    .toList();
        }

        /** What had time for several days. */
        public List<Mark> onAnyDay() {
            return marks.stream().filter(mark -> mark.day() == null).toList();
        }
    }

    /**
     * What became of an occasion.
     *
     * @param outcome by the code of its business status
     * @param day on which it was expected; null if there was time for several days
     */
    public record Mark(String outcome, @Nullable LocalDate day) {}

    /**
     * A response that was handed in.
     *
     * @param at by the clock on the patient's wall, as the device told it
     * @param outcome of the occasion that it filled, by the code of its business status; null if it filled none
     */
    public record HandedIn(
            String id,
            @Nullable OffsetDateTime at,
            @Nullable String outcome) {}
}
