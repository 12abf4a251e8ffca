/** The published list of what a worksheet may use, read once. */
@NullMarked
package org.cbthomework.plugin.subset.list;

import org.jspecify.annotations.NullMarked;
