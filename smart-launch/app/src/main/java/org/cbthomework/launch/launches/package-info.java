/** Launches, begun and granted: kept in the database, sealed, each under an id of its own and for one browser. */
@NullMarked
package org.cbthomework.launch.launches;

import org.jspecify.annotations.NullMarked;
