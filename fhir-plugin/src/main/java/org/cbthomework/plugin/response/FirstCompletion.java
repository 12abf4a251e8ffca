package org.cbthomework.plugin.response;

import java.util.Optional;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;

/**
 * When a response was first completed. {@code authored} moves when a response is amended, so the server writes the first
 * one into the response itself: the ledger can then be rebuilt from the resources alone.
 */
final class FirstCompletion {

    static final String URL = "https://w3id.org/cbt-homework/fhir/StructureDefinition/first-completed";

    private static final String AUTHORED = "authored";
    private static final String RECEIVED = "received";

    private FirstCompletion() {}

    /** Carries the first completion over from the version before; a client's own word about it is dropped. */
    static void carry(Optional<QuestionnaireResponse> before, QuestionnaireResponse now) {
        Optional<Extension> first = before.flatMap(FirstCompletion::of);
        now.getExtension().removeIf(extension -> URL.equals(extension.getUrl()));
        first.ifPresent(now::addExtension);
    }

    /** When the answers were authored, as of the first completion if there was one before this version. */
    static Optional<DateTimeType> authored(QuestionnaireResponse response) {
        Extension stamp = response.getExtensionByUrl(URL);
        if (stamp == null) {
            return response.hasAuthored() ? Optional.of(response.getAuthoredElement()) : Optional.empty();
        }
        return Optional.ofNullable(stamp.getExtensionByUrl(AUTHORED)).map(each -> (DateTimeType) each.getValue());
    }

    /** When the server received them, likewise. */
    static InstantType received(QuestionnaireResponse response) {
        Extension stamp = response.getExtensionByUrl(URL);
        return stamp == null
                ? response.getMeta().getLastUpdatedElement()
                : (InstantType) stamp.getExtensionByUrl(RECEIVED).getValue();
    }

    private static Optional<Extension> of(QuestionnaireResponse before) {
        Extension stamp = before.getExtensionByUrl(URL);
        if (stamp != null) {
            return Optional.of(stamp.copy());
        }
        if (!isCompleted(before)) {
            return Optional.empty();
        }
        Extension made = new Extension(URL);
        if (before.hasAuthored()) {
            made.addExtension(AUTHORED, before.getAuthoredElement().copy());
        }
        made.addExtension(RECEIVED, before.getMeta().getLastUpdatedElement().copy());
        return Optional.of(made);
    }

    private static boolean isCompleted(QuestionnaireResponse response) {
        return response.getStatus() == QuestionnaireResponseStatus.COMPLETED
                || response.getStatus() == QuestionnaireResponseStatus.AMENDED;
    }
}
