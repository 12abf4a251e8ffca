/**
 * How the cost of measuring adherence grows with the length of history: a made-up diary, what is timed on it, and the
 * table that is printed. JMH writes its own code into a package below this one.
 */
@NullMarked
package org.cbthomework.benchmark;

import org.jspecify.annotations.NullMarked;
