/**
 * The ledger: one narrow row for each response, assignment and given occasion, written in the very transaction that
 * stores the resource. It holds facts only; what they mean is folded from them in the domain (ADR 0003). Knows SQL,
 * but neither FHIR nor HAPI.
 */
@NullMarked
package org.cbthomework.plugin.ledger;

import org.jspecify.annotations.NullMarked;
