@NullMarked
package org.cbthomework.launch.homework;

import org.jspecify.annotations.NullMarked;
