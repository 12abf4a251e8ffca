@NullMarked
package org.cbthomework.launch.authorization;

import org.jspecify.annotations.NullMarked;
