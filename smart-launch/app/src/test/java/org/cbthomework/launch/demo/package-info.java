/** The app launched by the packaged demo EHR. */
@NullMarked
package org.cbthomework.launch.demo;

import org.jspecify.annotations.NullMarked;
