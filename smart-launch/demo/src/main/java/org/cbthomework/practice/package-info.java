/** The demo practice: its EHR and the app, started together by one command, each in a process of its own. */
@NullMarked
package org.cbthomework.practice;

import org.jspecify.annotations.NullMarked;
