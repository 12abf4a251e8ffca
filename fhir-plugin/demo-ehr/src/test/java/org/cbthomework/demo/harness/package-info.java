/**
 * What a test of the whole server builds on: annotate the test with {@link org.cbthomework.demo.harness.EhrOnH2} or
 * {@link org.cbthomework.demo.harness.EhrOnPostgreSql}, have a {@link org.cbthomework.demo.harness.FhirHttp} injected,
 * and make fresh patients: each database has one server for all tests of a JVM, and two JVMs share the tests of a run.
 */
@NullMarked
package org.cbthomework.demo.harness;

import org.jspecify.annotations.NullMarked;
