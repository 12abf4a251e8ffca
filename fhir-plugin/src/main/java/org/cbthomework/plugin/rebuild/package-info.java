/** The ledger rebuilt from the stored resources alone: the oracle of what hooks have kept, and the way back to it. */
@NullMarked
package org.cbthomework.plugin.rebuild;

import org.jspecify.annotations.NullMarked;
