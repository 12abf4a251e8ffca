package org.cbthomework.plugin.access;

import ca.uhn.fhir.context.FhirContext;
import java.util.Set;
import java.util.function.Supplier;
import org.hl7.fhir.instance.model.api.IBaseReference;
import org.hl7.fhir.instance.model.api.IBaseResource;

/**
 * Holds what a resource refers to against whom its writer reaches: a reference tells its writer whether its target exists,
 * and others that the two belong together.
 */
final class References {

    /** Tell of nobody. */
    private static final Set<String> SUBSTANCES = Set.of("Medication", "Substance");

    private final FhirContext fhir;
    private final Stored stored;
    private final Subjects subjects;
    private final Supplier<String> base;

    References(FhirContext fhir, Stored stored, Subjects subjects, Supplier<String> base) {
        this.fhir = fhir;
        this.stored = stored;
        this.subjects = subjects;
        this.base = base;
    }

    /** Whether all references stay with the patients reached. */
    boolean stayWithin(Reach reach, IBaseResource resource) {
        return fhir.newTerser().getAllResourceReferences(resource).stream()
                .map(each -> each.getResourceReference())
                .allMatch(reference -> staysWithin(reach, reference));
    }

    private boolean staysWithin(Reach reach, IBaseReference reference) {
        String text = reference.getReferenceElement().getValue();
        if (text == null || text.isBlank() || text.startsWith("#") || text.startsWith("urn:")) {
            return true;
        }
        // A conditional reference is a search.
        if (text.indexOf('?') >= 0) {
            return false;
        }
        return LocalReference.parse(text, base.get())
                .map(target -> staysWithin(reach, target))
                .orElse(true);
    }

    private boolean staysWithin(Reach reach, LocalReference target) {
        return switch (Kind.of(target.type())) {
            case OF_A_PATIENT -> reach.includes(patients(target));
            case DEFINITION, DIRECTORY -> true;
            // Whether there is such a thing is not told either.
            case AUDIT, OTHER -> SUBSTANCES.contains(target.type());
        };
    }

    /** Whether all references say outright what they refer to: a conditional one is a search. */
    boolean areNotSearched(IBaseResource resource) {
        return fhir.newTerser().getAllResourceReferences(resource).stream()
                .map(each -> each.getResourceReference().getReferenceElement().getValue())
                .allMatch(text -> text == null || text.indexOf('?') < 0);
    }

    private Set<String> patients(LocalReference target) {
        return "Patient".equals(target.type())
                ? Set.of(target.id())
                : stored.find(target).map(subjects::of).orElse(Set.of());
    }
}
