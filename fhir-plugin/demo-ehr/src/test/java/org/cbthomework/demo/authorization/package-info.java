/** The authorization server, spoken to over HTTP as browsers and apps do. */
@NullMarked
package org.cbthomework.demo.authorization;

import org.jspecify.annotations.NullMarked;
