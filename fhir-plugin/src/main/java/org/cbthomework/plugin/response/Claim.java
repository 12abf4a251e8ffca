package org.cbthomework.plugin.response;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cbthomework.adherence.schedule.OccasionKey;
import org.cbthomework.plugin.ledger.AssignmentKey;
import org.cbthomework.plugin.refusal.Refused;
import org.cbthomework.plugin.worksheet.Canonical;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Reference;

/** What a response says of itself: which assignment and which occasion it answers. */
final class Claim {

    private static final String OCCASION = "https://w3id.org/cbt-homework/fhir/StructureDefinition/occasion";
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

    /**
     * The occasion it names: by the Task's identifier, {@code <assignment>/<occasion>}, or by a reference to the Task.
     *
     * @throws Refused if the identifier is one of another assignment
     */
    Optional<OccasionKey> occasion(AssignmentKey assignment) {
        Extension extension = response.getExtensionByUrl(OCCASION);
        if (extension == null || !(extension.getValue() instanceof Reference task)) {
            return Optional.empty();
        }
        if (OCCASION_SYSTEM.equals(task.getIdentifier().getSystem())) {
            String prefix = assignment.occasionPrefix();
            String name = String.valueOf(task.getIdentifier().getValue());
            boolean namesOne =
                    name.startsWith(prefix) && !name.substring(prefix.length()).isBlank();
            if (!namesOne || name.length() > LONGEST_NAME) {
                throw new Refused(
                        "QuestionnaireResponse.extension('" + OCCASION + "')",
                        "The response names an occasion of another assignment; name one of " + assignment.resource()
                                + ", as in " + prefix + "2026-11-23T20:00, or leave it out");
            }
            return Optional.of(new OccasionKey(name.substring(prefix.length())));
        }
        return Optional.of(task.getReferenceElement())
                .filter(reference -> "Task".equals(reference.getResourceType()) && reference.hasIdPart())
                .map(reference -> new OccasionKey("Task/" + reference.getIdPart()));
    }

    private Stream<String> basedOn(String type) {
        return response.getBasedOn().stream()
                .map(Reference::getReferenceElement)
                .filter(reference -> type.equals(reference.getResourceType()) && reference.hasIdPart())
                .map(reference -> reference.getIdPart())
                .distinct();
    }
}
