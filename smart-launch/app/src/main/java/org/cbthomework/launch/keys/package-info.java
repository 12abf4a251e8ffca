/** The app's own keys: those it signs with, and the one it seals tokens with. */
@NullMarked
package org.cbthomework.launch.keys;

import org.jspecify.annotations.NullMarked;
