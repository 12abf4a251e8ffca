/** A patient's worksheet for one occasion: opened, kept as it is written, handed in once. */
@NullMarked
package org.cbthomework.launch.worksheet;

import org.jspecify.annotations.NullMarked;
