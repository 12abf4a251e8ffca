/** Homework on a FHIR server, by HAPI's client with the token of a launch. */
@NullMarked
package org.cbthomework.launch.fhir;

import org.jspecify.annotations.NullMarked;
