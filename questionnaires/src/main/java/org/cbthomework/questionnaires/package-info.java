/**
 * The library of homework: worksheets, measures and the definitions they need, as FHIR R4 resources in JSON. Plain Java;
 * whoever installs the library brings the FHIR parser.
 */
@NullMarked
package org.cbthomework.questionnaires;

import org.jspecify.annotations.NullMarked;
