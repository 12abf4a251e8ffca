/** SMART scopes, versions 1 and 2: what a token grants, read exactly. */
@NullMarked
package org.cbthomework.plugin.access.scope;

import org.jspecify.annotations.NullMarked;
