package org.cbthomework.plugin.publication;

import java.util.List;
import java.util.Optional;
import org.cbthomework.plugin.ledger.PublishedRow;
import org.hl7.fhir.r4.model.DomainResource;

/**
 * What must be done so that what is published is as it should be.
 *
 * @param writes what is new or differs
 * @param gone what is published and should not be
 */
record Difference(List<Write> writes, List<PublishedRow> gone) {

    /**
     * One resource to be told in.
     *
     * @param resource the resource to store; empty if it is stored already as it should be
     * @param row what to note of it
     */
    record Write(Optional<DomainResource> resource, PublishedRow row) {}
}
