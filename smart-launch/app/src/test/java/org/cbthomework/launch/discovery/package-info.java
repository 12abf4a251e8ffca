@NullMarked
package org.cbthomework.launch.discovery;

import org.jspecify.annotations.NullMarked;
