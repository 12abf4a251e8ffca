/** Adherence told as FHIR: gathered from the ledger, measured by the domain, written as Observations. */
@NullMarked
package org.cbthomework.plugin.report;

import org.jspecify.annotations.NullMarked;
