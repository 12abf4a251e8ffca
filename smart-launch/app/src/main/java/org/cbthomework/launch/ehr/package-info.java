/** The EHRs that may launch the app, as configuration registers them. Whoever is not here is never asked anything. */
@NullMarked
package org.cbthomework.launch.ehr;

import org.jspecify.annotations.NullMarked;
