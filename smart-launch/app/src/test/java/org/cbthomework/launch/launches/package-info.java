@NullMarked
package org.cbthomework.launch.launches;

import org.jspecify.annotations.NullMarked;
