/** What must not reach HAPI's parser, sent over HTTP to a server on either database. */
@NullMarked
package org.cbthomework.demo.input;

import org.jspecify.annotations.NullMarked;
