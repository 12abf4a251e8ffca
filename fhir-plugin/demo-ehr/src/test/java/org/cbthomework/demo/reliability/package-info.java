/**
 * What is left after a fault: the packaged server runs in processes of its own, is killed and started again, and is held
 * against what its clients were told. Runs in the phase {@code integration-test}, on the jar that people start.
 */
@NullMarked
package org.cbthomework.demo.reliability;

import org.jspecify.annotations.NullMarked;
