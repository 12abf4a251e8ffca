package org.cbthomework.questionnaires.lint;

import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.MetadataResource;

/** The id is the last part of the url, and a definition says its version, date, publisher and status. */
record Headers() implements Lint<MetadataResource> {

    @Override
    public List<String> complaints(MetadataResource definition) {
        String id = definition.getIdElement().getIdPart();
        Map<String, Boolean> rules = Map.of(
                "has not its id at the end of its url", definition.getUrl().endsWith("/" + id),
                "has not its type in its url", definition.getUrl().contains("/" + definition.fhirType() + "/"),
                "has no version", definition.hasVersion(),
                "has no date", definition.hasDate(),
                "has no publisher", definition.hasPublisher(),
                "has no status", definition.hasStatus());
        return rules.entrySet().stream()
                .filter(rule -> !rule.getValue())
                .map(rule -> rule.getKey())
                .toList();
    }
}
