package org.cbthomework.launch.homework;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Homework that a therapist suggests, as the patient reads it before saying yes.
 *
 * @param dose how often it is to be done
 * @param from the first day; null if it begins with the patient's agreement
 * @param until the last day, inclusive; null if none was set
 * @param isAgreed whether it counts already
 * @param answer the code of what the patient said last, {@code agree} or {@code change}; null if nothing
 * @param words what would fit better; null if the patient has not said
 */
public record Suggestion(
        String order,
        About about,
        AgreedDose dose,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        boolean isAgreed,
        @Nullable String answer,
        @Nullable String words) {}
