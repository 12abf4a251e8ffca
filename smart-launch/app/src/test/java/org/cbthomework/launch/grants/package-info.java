@NullMarked
package org.cbthomework.launch.grants;

import org.jspecify.annotations.NullMarked;
