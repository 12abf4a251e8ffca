/** The rules of access by name, so that each can be shown to matter. */
@NullMarked
package org.cbthomework.plugin.access.rule;

import org.jspecify.annotations.NullMarked;
