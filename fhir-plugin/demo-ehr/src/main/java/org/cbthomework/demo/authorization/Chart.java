package org.cbthomework.demo.authorization;

import org.jspecify.annotations.Nullable;

/**
 * The record of a patient, as somebody who may open it sees it in a list.
 *
 * @param patient the id of the Patient
 * @param born year or date as recorded; null when it is not
 * @param encounter the id of the latest session that has begun; null when there was none
 */
public record Chart(
        String patient,
        String name,
        @Nullable String born,
        @Nullable String encounter) {}
