/** Schedules and the occasions they expect: local days and times expanded into windows on the time line. */
@NullMarked
package org.cbthomework.adherence.schedule;

import org.jspecify.annotations.NullMarked;
