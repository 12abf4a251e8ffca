/**
 * Who may do what: SMART scopes, held against whose data it is. Of use in any HAPI FHIR R4 JPA server, with or without
 * homework: {@link org.cbthomework.plugin.access.SmartAccess} registers all there is to it.
 */
@NullMarked
package org.cbthomework.plugin.access;

import org.jspecify.annotations.NullMarked;
