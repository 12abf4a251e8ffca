/**
 * Homework as assigned in FHIR: a ServiceRequest, an activity of a CarePlan, or Tasks of a CarePlan, each read into the
 * terms of the domain and kept in the ledger. What cannot be followed is refused when it is written.
 */
@NullMarked
package org.cbthomework.plugin.assignment;

import org.jspecify.annotations.NullMarked;
