/** Rules of how a worksheet is written that no FHIR validator knows; each is seen to fail on a broken copy. */
@NullMarked
package org.cbthomework.questionnaires.lint;

import org.jspecify.annotations.NullMarked;
