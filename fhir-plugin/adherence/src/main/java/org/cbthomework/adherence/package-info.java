/**
 * The definition of homework adherence: submissions are matched to the occasions that a schedule expects, and the
 * outcomes are counted. Plain Java; knows neither FHIR nor a database. ADR 0001 gives the rules by number.
 */
@NullMarked
package org.cbthomework.adherence;

import org.jspecify.annotations.NullMarked;
