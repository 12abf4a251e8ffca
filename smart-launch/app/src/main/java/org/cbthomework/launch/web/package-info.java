/** What browsers are shown and may send: pages, the app's own JSON, and the rules that guard them. */
@NullMarked
package org.cbthomework.launch.web;

import org.jspecify.annotations.NullMarked;
