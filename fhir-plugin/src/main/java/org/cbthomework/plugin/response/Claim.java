package org.cbthomework.plugin.response;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cbthomework.plugin.ledger.AssignmentKey;
import org.cbthomework.plugin.worksheet.Canonical;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Reference;

/** What a response says of itself: which assignment and which occasion it answers. */
final class Claim {

    static final String OCCASION = "https://w3id.org/cbt-homework/fhir/StructureDefinition/occasion";
    private static final String OCCASION_SYSTEM = "https://w3id.org/cbt-homework/fhir/occasion";

    /** Longer than any name this server gives an occasion, and as long as the ledger takes. */
    private static final int LONGEST_NAME = 200;

    private final QuestionnaireResponse response;

    Claim(QuestionnaireResponse response) {
        this.response = response;
    }

    /** The orders it is based on. */
    List<AssignmentKey> orders() {
        return basedOn("ServiceRequest").map(AssignmentKey::ofServiceRequest).toList();
    }

    /** The assignments it may answer within the care plans it is based on. */
    List<AssignmentKey> inCarePlans() {
        return questionnaire()
                .map(canonical -> basedOn("CarePlan")
                        .map(id -> AssignmentKey.inCarePlan(id, canonical.url()))
                        .toList())
                .orElseGet(List::of);
    }

    Optional<Canonical> questionnaire() {
        return Optional.ofNullable(response.getQuestionnaire()).map(Canonical::parse);
    }

    /** The identifier of the Task of the occasion it names, {@code <assignment>/<occasion>}, if it names one so. */
    Optional<String> occasionIdentifier() {
        return occasion()
                .filter(task -> OCCASION_SYSTEM.equals(task.getIdentifier().getSystem()))
                .map(task -> String.valueOf(task.getIdentifier().getValue()))
                .map(name -> name.length() > LONGEST_NAME ? "" : name);
    }

    /** The Task of the occasion it names, as a relative reference, if it names one so. */
    Optional<String> occasionTask() {
        return occasion()
                .map(Reference::getReferenceElement)
                .filter(reference -> "Task".equals(reference.getResourceType()) && reference.hasIdPart())
                .map(reference -> "Task/" + reference.getIdPart());
    }

    private Optional<Reference> occasion() {
        return Optional.ofNullable(response.getExtensionByUrl(OCCASION))
                .map(Extension::getValue)
                .filter(Reference.class::isInstance)
                .map(Reference.class::cast);
    }

    private Stream<String> basedOn(String type) {
        return response.getBasedOn().stream()
                .map(Reference::getReferenceElement)
                .filter(reference -> type.equals(reference.getResourceType()) && reference.hasIdPart())
                .map(reference -> reference.getIdPart())
                .distinct();
    }
}
