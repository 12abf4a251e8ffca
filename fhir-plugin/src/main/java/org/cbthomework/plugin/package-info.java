/** The plugin as a HAPI FHIR server sees it: one Spring configuration that installs and registers everything else. */
@NullMarked
package org.cbthomework.plugin;

import org.jspecify.annotations.NullMarked;
