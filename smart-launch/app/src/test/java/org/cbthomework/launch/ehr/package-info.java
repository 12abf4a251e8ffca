@NullMarked
package org.cbthomework.launch.ehr;

import org.jspecify.annotations.NullMarked;
