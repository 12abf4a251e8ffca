/** The demo patients: what is written for them, and what a server makes of it. */
@NullMarked
package org.cbthomework.demo.patients;

import org.jspecify.annotations.NullMarked;
