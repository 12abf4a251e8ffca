/** The library of worksheets, stored on the server that the plugin runs in. */
@NullMarked
package org.cbthomework.plugin.library;

import org.jspecify.annotations.NullMarked;
