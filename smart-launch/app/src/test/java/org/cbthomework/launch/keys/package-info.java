@NullMarked
package org.cbthomework.launch.keys;

import org.jspecify.annotations.NullMarked;
