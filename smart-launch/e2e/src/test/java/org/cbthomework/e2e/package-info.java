/** The packaged demo EHR and the packaged app, lived through in a browser as patients and clinicians do. */
@NullMarked
package org.cbthomework.e2e;

import org.jspecify.annotations.NullMarked;
