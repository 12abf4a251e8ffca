/** Changes, pauses, resumes and stops what was assigned, so that what was counted stays as it was. */
@NullMarked
package org.cbthomework.launch.changing;

import org.jspecify.annotations.NullMarked;
