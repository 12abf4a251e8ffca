@NullMarked
package org.cbthomework.launch.exchange;

import org.jspecify.annotations.NullMarked;
