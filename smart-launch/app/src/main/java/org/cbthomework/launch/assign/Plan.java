package org.cbthomework.launch.assign;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What was agreed, or is to be.
 *
 * @param why the rationale, in words for the patient
 * @param note how to do it; empty if nothing is to be added to the worksheet
 * @param goal the id of the patient's Goal that it is for; null if none of those is chosen
 * @param newGoal the words of a goal that is not in the record yet; empty if there is none
 * @param start the first day, where the patient lives
 * @param weeks how long; null until it is changed
 * @param backupIf what may come between; empty, as is what then, if there is no backup plan
 * @param confidence of the patient that it will be done, 0 to 10; null if nobody asked
 */
record Plan(
        String why,
        String note,
        @Nullable String goal,
        String newGoal,
        Rhythm rhythm,
        LocalDate start,
        @Nullable Integer weeks,
        String backupIf,
        String backupThen,
        @Nullable Integer confidence,
        boolean isPractised,
        boolean isAgreed,
        boolean isFocal) {}
