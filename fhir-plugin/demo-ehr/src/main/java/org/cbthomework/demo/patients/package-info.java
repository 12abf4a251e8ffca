/**
 * Synthetic patients with twelve weeks of homework up to today, each showing one way of doing it. Who they are is in
 * {@link org.cbthomework.demo.patients.Cohort}; a seed and a clock decide all the rest.
 */
@NullMarked
package org.cbthomework.demo.patients;

import org.jspecify.annotations.NullMarked;
