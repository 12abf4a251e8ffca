package org.cbthomework.launch.fhir;

import ca.uhn.fhir.context.FhirContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cbthomework.launch.ehr.Ehr;
import org.cbthomework.launch.grants.StubId;
import org.cbthomework.launch.launches.LaunchContext;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/**
 * The patient and the user of a launch, as the EHR and as the homework server beside it call them: pages know the EHR's
 * names alone. Others are left as they are: whoever else the homework server names is called as it does.
 */
final class TwoNames {

    private static final Pattern PEOPLE = Pattern.compile("(?:Patient|Practitioner|PractitionerRole|RelatedPerson)/.+");
    private static final Pattern REFERENCE = Pattern.compile("[A-Z][A-Za-z]+/[A-Za-z0-9.-]{1,64}");

    private final FhirContext fhir;
    private final Ehr ehr;
    private final Map<String, String> there = new HashMap<>();
    private final Map<String, String> here = new HashMap<>();
    private final @Nullable String encounter;

    TwoNames(FhirContext fhir, Ehr ehr, LaunchContext context) {
        this.fhir = fhir;
        this.ehr = ehr;
        this.encounter = context.encounter() == null ? null : "Encounter/" + context.encounter();
        Optional.ofNullable(context.patient()).map(id -> "Patient/" + id).ifPresent(this::name);
        Optional.ofNullable(context.fhirUser())
                .filter(user -> PEOPLE.matcher(user).matches())
                .ifPresent(this::name);
    }

    private void name(String reference) {
        String stub = reference.substring(0, reference.indexOf('/') + 1) + StubId.of(ehr.address(reference));
        there.put(reference, stub);
        here.put(stub, reference);
    }

    /** The id of a patient there. */
    String patientThere(String id) {
        String reference = "Patient/" + id;
        return there.getOrDefault(reference, reference).substring("Patient/".length());
    }

    /** A search as it is asked there. */
    String searchThere(String search) {
        return REFERENCE
                .matcher(search)
                .replaceAll(found -> Matcher.quoteReplacement(there.getOrDefault(found.group(), found.group())));
    }

    /** A copy as it is stored there. */
    @SuppressWarnings("unchecked")
    <T extends Resource> T there(T resource) {
        T copy = (T) resource.copy();
        references(copy).forEach(reference -> {
            String named = reference.getReference();
            if (named != null && named.equals(encounter)) {
                // An encounter of the EHR, which the homework server has not: told by its name, not by its place.
                reference
                        .setReference(null)
                        .setType("Encounter")
                        .setIdentifier(new Identifier()
                                .setSystem(ehr.address("Encounter"))
                                .setValue(named.substring("Encounter/".length())));
            } else if (named != null && there.containsKey(named)) {
                reference.setReference(there.get(named));
            }
        });
        return copy;
    }

    /** The same resource, as pages know it. */
    <T extends Resource> T here(T resource) {
        if (resource instanceof Bundle bundle) {
            bundle.getEntry().forEach(entry -> {
                if (entry.hasResource()) {
                    here(entry.getResource());
                }
            });
            return resource;
        }
        references(resource).forEach(reference -> {
            String named = reference.getReference();
            if (named != null && here.containsKey(named)) {
                reference.setReference(here.get(named));
            } else if (named != null && there.containsKey(named)) {
                // Somebody of the homework server's own, who only has the same number.
                reference.setReference(null);
            }
        });
        return resource;
    }

    private List<Reference> references(Resource resource) {
        return fhir.newTerser().getAllPopulatedChildElementsOfType(resource, Reference.class);
    }
}
