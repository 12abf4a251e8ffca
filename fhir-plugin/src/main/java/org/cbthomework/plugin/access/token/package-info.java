/** Who asks: bearer tokens of trusted authorization servers, verified by their keys or by asking them. */
@NullMarked
package org.cbthomework.plugin.access.token;

import org.jspecify.annotations.NullMarked;
