/**
 * Somebody else's HAPI JPA server, set up in the manner of the published starter, and the drop-in jar put into it by the
 * recipe of the plugin's README. Nothing of ours is on the class path of these tests.
 */
@NullMarked
package org.cbthomework.host;

import org.jspecify.annotations.NullMarked;
