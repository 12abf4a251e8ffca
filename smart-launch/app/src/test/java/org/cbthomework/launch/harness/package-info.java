/** What tests of the running app build on: an EHR that says whatever a test has it say, and a browser. */
@NullMarked
package org.cbthomework.launch.harness;

import org.jspecify.annotations.NullMarked;
