/** Speaking to EHRs over HTTP: bounded in size and time, and never following a redirect. */
@NullMarked
package org.cbthomework.launch.exchange;

import org.jspecify.annotations.NullMarked;
