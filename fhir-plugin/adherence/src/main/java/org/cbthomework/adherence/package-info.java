/**
 * The definition of homework adherence: a schedule is expanded into occasions, submissions are matched to them, and the
 * outcomes are counted. Plain Java; knows neither FHIR nor a database.
 */
@NullMarked
package org.cbthomework.adherence;

import org.jspecify.annotations.NullMarked;
