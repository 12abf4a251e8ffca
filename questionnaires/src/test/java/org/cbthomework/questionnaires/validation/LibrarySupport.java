package org.cbthomework.questionnaires.validation;

import static java.util.stream.Collectors.toUnmodifiableMap;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.context.support.ValidationSupportContext;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cbthomework.questionnaires.ParsedLibrary;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.jspecify.annotations.Nullable;

/** Serves the library to the validator; HAPI's own pre-populated support serves no Questionnaires. */
public final class LibrarySupport implements IValidationSupport {

    private final Map<String, MetadataResource> byUrl;

    public LibrarySupport() {
        this(List.of());
    }

    /** The library, and worksheets beside it. */
    public LibrarySupport(List<? extends MetadataResource> others) {
        byUrl = Stream.concat(
                        ParsedLibrary.resources().stream()
                                .filter(MetadataResource.class::isInstance)
                                .map(MetadataResource.class::cast),
                        others.stream())
                .collect(toUnmodifiableMap(MetadataResource::getUrl, resource -> resource));
    }

    @Override
    public FhirContext getFhirContext() {
        return ParsedLibrary.R4;
    }

    @Override
    public <T extends IBaseResource> @Nullable T fetchResource(@Nullable Class<T> type, String canonical) {
        String[] urlAndVersion = canonical.split("\\|", 2);
        MetadataResource found = byUrl.get(urlAndVersion[0]);
        boolean otherVersion = found != null
                && urlAndVersion.length == 2
                && !found.getVersion().equals(urlAndVersion[1]);
        if (found == null || otherVersion || type == null || !type.isInstance(found)) {
            return null;
        }
        return type.cast(found);
    }

    @Override
    public @Nullable IBaseResource fetchCodeSystem(String system) {
        return fetchResource(CodeSystem.class, system);
    }

    @Override
    public @Nullable IBaseResource fetchStructureDefinition(String url) {
        return fetchResource(StructureDefinition.class, url);
    }

    @Override
    public List<IBaseResource> fetchAllConformanceResources() {
        return List.copyOf(byUrl.values());
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T extends IBaseResource> List<T> fetchAllStructureDefinitions() {
        return (List<T>) ParsedLibrary.all(StructureDefinition.class);
    }

    @Override
    public boolean isCodeSystemSupported(ValidationSupportContext context, String system) {
        return fetchCodeSystem(system) != null;
    }
}
