/** What an EHR says of its authorization server. */
@NullMarked
package org.cbthomework.launch.discovery;

import org.jspecify.annotations.NullMarked;
