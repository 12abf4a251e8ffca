/** FHIRPath in worksheets: read, held to the list, and evaluated within bounds. */
@NullMarked
package org.cbthomework.plugin.subset.expression;

import org.jspecify.annotations.NullMarked;
