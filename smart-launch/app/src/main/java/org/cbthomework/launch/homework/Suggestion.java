package org.cbthomework.launch.homework;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Homework that a therapist suggests, as the patient reads it before saying yes.
 *
 * @param often how often it is to be done
 * @param from the first day; null if it begins with the patient's agreement
 * @param until the last day, inclusive; null if none was set
 * @param isAgreed whether it counts already
 * @param answer the code of what the patient said last, {@code agree} or {@code change}; null if nothing
 * @param words what would fit better; null if the patient has not said
 */
public record Suggestion(
        String order,
        About about,
        Often often,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        boolean isAgreed,
        @Nullable String answer,
        @Nullable String words) {

    /**
     * How often something is done, by parts of which each has words of its own.
     *
     * @param rule {@code when-it-happens}, {@code times}, {@code days} or {@code dates}
     * @param times in each stretch
     * @param every so many stretches, 1 for each
     * @param stretch {@code h}, {@code d}, {@code wk} or {@code mo}
     * @param days the days of the week, 1 for Monday
     * @param at times of the day, as {@code 20:00}, and parts of it, as {@code EVE}
     */
    public record Often(String rule, int times, int every, String stretch, List<Integer> days, List<String> at) {

        public Often {
            days = List.copyOf(days);
            at = List.copyOf(at);
        }
    }
}
