package org.cbthomework.launch.changing;

import java.time.LocalDate;
import org.cbthomework.launch.homework.BackupPlan;
import org.jspecify.annotations.Nullable;

/**
 * What is to hold from some day on.
 *
 * @param dose null if it stays as it is
 * @param firstDay of the new dose; null if it stays as it is
 * @param lastDay inclusive; null if no end is agreed
 * @param rationale blank for none, as the instruction
 * @param backupPlan null for none
 */
public record NewTerms(
        @Nullable NewDose dose,
        @Nullable LocalDate firstDay,
        @Nullable LocalDate lastDay,
        String rationale,
        String instruction,
        @Nullable BackupPlan backupPlan) {}
