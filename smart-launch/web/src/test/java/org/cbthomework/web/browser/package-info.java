/** A real browser for tests: finds or installs Chromium, serves what was built, and tells what a page did wrong. */
@NullMarked
package org.cbthomework.web.browser;

import org.jspecify.annotations.NullMarked;
