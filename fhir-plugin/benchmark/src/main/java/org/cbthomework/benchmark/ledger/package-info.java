/** What the ledger costs by itself: the time of one more row against the length of history, and the room that rows take. */
@NullMarked
package org.cbthomework.benchmark.ledger;

import org.jspecify.annotations.NullMarked;
