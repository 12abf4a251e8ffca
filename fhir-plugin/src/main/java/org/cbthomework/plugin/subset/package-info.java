/**
 * Whether a Questionnaire is within the published subset of worksheets, and if not, why, item by item (ADR 0012). Nothing is
 * refused here: who imports worksheets asks, and decides.
 */
@NullMarked
package org.cbthomework.plugin.subset;

import org.jspecify.annotations.NullMarked;
