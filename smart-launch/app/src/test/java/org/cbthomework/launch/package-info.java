@NullMarked
package org.cbthomework.launch;

import org.jspecify.annotations.NullMarked;
