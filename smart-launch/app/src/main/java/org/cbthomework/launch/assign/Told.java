package org.cbthomework.launch.assign;

import org.jspecify.annotations.Nullable;

/**
 * What is told of an assignment once it is stored.
 *
 * @param rhythm null if the pages have no words for it
 * @param isAgreementAwaited whether the patient is asked first
 */
public record Told(String title, @Nullable Rhythm rhythm, boolean isAgreementAwaited) {}
