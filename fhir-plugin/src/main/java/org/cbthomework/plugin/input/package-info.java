/** What arrives is held to bounds before HAPI's parser sees it: its size, its shape, its characters, its numbers. */
@NullMarked
package org.cbthomework.plugin.input;

import org.jspecify.annotations.NullMarked;
