/** What follows from homework, published as FHIR resources after each commit: occasions as Tasks, adherence as Observations. */
@NullMarked
package org.cbthomework.plugin.publication;

import org.jspecify.annotations.NullMarked;
