/**
 * A runnable EHR for trying and testing homework: HAPI JPA in one Spring Boot process, one configuration class for each
 * concern. Settings a person may want to change are in {@code application.properties}.
 */
@NullMarked
package org.cbthomework.demo;

import org.jspecify.annotations.NullMarked;
