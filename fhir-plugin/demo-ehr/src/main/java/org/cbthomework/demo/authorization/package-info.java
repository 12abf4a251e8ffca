/**
 * The demo's authorization server: SMART App Launch 2.2 on Spring Authorization Server, for trying and testing. It knows
 * nothing of the plugin, which trusts its tokens as it would those of any other EHR; who may see what of the FHIR data is
 * decided there. {@link org.cbthomework.demo.authorization.AuthorizationServer} sets it up.
 */
@NullMarked
package org.cbthomework.demo.authorization;

import org.jspecify.annotations.NullMarked;
