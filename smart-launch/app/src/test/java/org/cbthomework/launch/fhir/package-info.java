@NullMarked
package org.cbthomework.launch.fhir;

import org.jspecify.annotations.NullMarked;
