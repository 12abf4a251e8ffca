@NullMarked
package org.cbthomework.launch.web;

import org.jspecify.annotations.NullMarked;
