/**
 * Two plain pages of the demo EHR, from which the app is launched: a clinician's charts, and what a patient sees.
 */
@NullMarked
package org.cbthomework.demo.portal;

import org.jspecify.annotations.NullMarked;
