/** The protocol of SMART App Launch: asking for access, taking what was granted, renewing it, giving it back. */
@NullMarked
package org.cbthomework.launch.authorization;

import org.jspecify.annotations.NullMarked;
