package org.cbthomework.launch.homework;

import org.jspecify.annotations.Nullable;

/**
 * What a patient is told of an assignment, beside when it is due.
 *
 * @param order the id of its ServiceRequest; null if it was assigned otherwise
 * @param title what the patient calls its worksheet; null if that is not known
 * @param why why it helps: the therapist's words, else the worksheet's
 * @param how what the therapist asks the patient to do
 * @param minutes about how long it takes
 * @param backup what to do if it does not go as planned
 * @param isFocal whether it is what the two of them chose to focus on
 */
public record About(
        @Nullable String order,
        @Nullable String title,
        @Nullable String why,
        @Nullable String how,
        @Nullable Integer minutes,
        @Nullable BackupPlan backup,
        boolean isFocal) {}
