package org.cbthomework.questionnaires;

import ca.uhn.fhir.context.FhirContext;
import java.util.List;
import org.hl7.fhir.r4.model.Resource;

/** The library as FHIR R4 objects, parsed once in a JVM; whoever changes one takes a copy. */
public final class ParsedLibrary {

    public static final FhirContext R4 = FhirContext.forR4Cached();

    private static final List<Resource> RESOURCES = new Library()
            .resources().stream()
                    .map(LibraryResource::json)
                    .map(ParsedLibrary::parse)
                    .toList();

    private ParsedLibrary() {}

    public static List<Resource> resources() {
        return RESOURCES;
    }

    /** All resources of one type, in the order of the library. */
    public static <T extends Resource> List<T> all(Class<T> type) {
        return RESOURCES.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** A copy that the caller may change. */
    @SuppressWarnings("unchecked")
    public static <T extends Resource> T copyOf(Class<T> type, String id) {
        return all(type).stream()
                .filter(resource -> resource.getIdElement().getIdPart().equals(id))
                .findFirst()
                .map(resource -> (T) resource.copy())
                .orElseThrow(() -> new AssertionError("%s/%s is not in the library".formatted(type, id)));
    }

    public static Resource parse(String json) {
        return (Resource) R4.newJsonParser().parseResource(json);
    }
}
