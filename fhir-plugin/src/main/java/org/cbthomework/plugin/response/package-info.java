/** Responses to homework as they arrive: held against their assignment and worksheet, then read into a submission. */
@NullMarked
package org.cbthomework.plugin.response;

import org.jspecify.annotations.NullMarked;
