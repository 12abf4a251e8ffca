/** What the app grants itself at a homework server beside an EHR: what a launch was granted, for minutes. See ADR 0002. */
@NullMarked
package org.cbthomework.launch.grants;

import org.jspecify.annotations.NullMarked;
