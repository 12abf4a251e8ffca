/** What patients handed in, as their clinicians read it: beside the worksheet's questions, and beside what was handed in before. */
@NullMarked
package org.cbthomework.launch.review;

import org.jspecify.annotations.NullMarked;
