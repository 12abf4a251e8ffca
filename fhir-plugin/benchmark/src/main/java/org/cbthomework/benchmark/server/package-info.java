/**
 * What the plugin costs and saves, seen from outside: the packaged demo EHR as a process of its own, driven over HTTP on
 * loopback, with what is compared in strict turns.
 */
@NullMarked
package org.cbthomework.benchmark.server;

import org.jspecify.annotations.NullMarked;
