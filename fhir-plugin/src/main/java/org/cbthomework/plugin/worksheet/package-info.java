/**
 * Worksheets as the server knows them: a Questionnaire made ready to check a response against and to tell how complete
 * it is. Faster than the general validator, and held to the same verdicts by tests (ADR 0002).
 */
@NullMarked
package org.cbthomework.plugin.worksheet;

import org.jspecify.annotations.NullMarked;
