package org.cbthomework.questionnaires.lint;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.cbthomework.questionnaires.ParsedLibrary;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.Resource;

/** Whatever of ours a resource refers to by its canonical url, it names with a version that the library holds. */
record VersionedReferences() implements Lint<Resource> {

    private static final Set<String> ON_BOARD = ParsedLibrary.all(MetadataResource.class).stream()
            .map(definition -> definition.getUrl() + "|" + definition.getVersion())
            .collect(Collectors.toUnmodifiableSet());

    @Override
    public List<String> complaints(Resource resource) {
        return ParsedLibrary.R4.newTerser().getAllPopulatedChildElementsOfType(resource, CanonicalType.class).stream()
                .map(CanonicalType::getValue)
                .filter(canonical -> canonical.startsWith(Own.BASE))
                .filter(canonical -> !ON_BOARD.contains(canonical))
                .map(canonical -> canonical + " is not the url and version of anything in the library")
                .toList();
    }
}
