package org.cbthomework.plugin.publication;

import java.util.Set;
import java.util.function.Predicate;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.Observation;

/** Which resources the plugin alone writes: what it publishes, and the library it brings. */
public final class OwnResources implements Predicate<IBaseResource> {

    private static final String CANONICAL = "https://w3id.org/cbt-homework/fhir/";
    private static final String CODES = CANONICAL + "CodeSystem/homework";
    private static final Set<String> PUBLISHED = Set.of("Task", "Observation", "Provenance");

    @Override
    public boolean test(IBaseResource resource) {
        return isPublished(resource) || isOfTheLibrary(resource);
    }

    /** By its id, or by saying what only the plugin says. */
    private static boolean isPublished(IBaseResource resource) {
        String id = resource.getIdElement().getIdPart();
        boolean hasOurId = id != null && Names.isOurs(id) && PUBLISHED.contains(resource.fhirType());
        return hasOurId || (resource instanceof Observation observation && saysAdherence(observation));
    }

    private static boolean saysAdherence(Observation observation) {
        return observation.getCode().getCoding().stream()
                .anyMatch(code -> CODES.equals(code.getSystem())
                        && code.hasCode()
                        && code.getCode().startsWith("homework-adherence"));
    }

    private static boolean isOfTheLibrary(IBaseResource resource) {
        return resource instanceof MetadataResource definition
                && definition.hasUrl()
                && definition.getUrl().startsWith(CANONICAL);
    }
}
