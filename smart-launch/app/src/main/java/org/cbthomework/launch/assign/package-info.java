/** Assigning homework: the library, a worksheet's plan, and the order that is stored of it. */
@NullMarked
package org.cbthomework.launch.assign;

import org.jspecify.annotations.NullMarked;
