package org.cbthomework.demo.access;

import java.util.List;
import org.cbthomework.demo.harness.FhirHttp.Reply;
import org.hl7.fhir.r4.model.Bundle;

/** What a search has found, by id. */
final class Found {

    private Found() {}

    static List<String> ids(Reply reply) {
        return ids(reply.as(Bundle.class));
    }

    static List<String> ids(Bundle found) {
        return found.getEntry().stream()
                .map(entry -> entry.getResource().getIdElement().getIdPart())
                .toList();
    }
}
