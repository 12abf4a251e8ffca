/** Homework end to end: assigned, answered and counted over HTTP, on H2 and on PostgreSQL. */
@NullMarked
package org.cbthomework.demo.homework;

import org.jspecify.annotations.NullMarked;
