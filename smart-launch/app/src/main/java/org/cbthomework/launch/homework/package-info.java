/** Homework as the app shows it, whatever server it is kept on: the port to it, and what is told of it. */
@NullMarked
package org.cbthomework.launch.homework;

import org.jspecify.annotations.NullMarked;
