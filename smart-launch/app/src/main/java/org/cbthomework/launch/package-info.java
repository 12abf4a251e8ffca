/** The app's start and its settings; what it does is in the packages below, by feature. */
@NullMarked
package org.cbthomework.launch;

import org.jspecify.annotations.NullMarked;
