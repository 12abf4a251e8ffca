/** What a patient says about homework rather than does of it: small responses, each stored once. */
@NullMarked
package org.cbthomework.launch.reply;

import org.jspecify.annotations.NullMarked;
