/** Where HAPI calls in: its storage hooks lead to the use cases, and refusals leave as OperationOutcomes. */
@NullMarked
package org.cbthomework.plugin.hooks;

import org.jspecify.annotations.NullMarked;
