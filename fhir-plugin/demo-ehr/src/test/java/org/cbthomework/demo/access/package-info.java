/**
 * Who may do what, over real HTTP: what is denied to whom, case by case; that the rules are not simply closed; and, as a
 * control, that each rule is what denies something.
 */
@NullMarked
package org.cbthomework.demo.access;

import org.jspecify.annotations.NullMarked;
