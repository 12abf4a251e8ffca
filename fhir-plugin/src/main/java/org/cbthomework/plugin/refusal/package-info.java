/** How the plugin says no: what is wrong, where, and what would be right. */
@NullMarked
package org.cbthomework.plugin.refusal;

import org.jspecify.annotations.NullMarked;
