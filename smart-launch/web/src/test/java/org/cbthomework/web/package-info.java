/** The renderer as people meet it, in Chromium; and what it emits, before HAPI's validator and beside LHC-Forms. */
@NullMarked
package org.cbthomework.web;

import org.jspecify.annotations.NullMarked;
