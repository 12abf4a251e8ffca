package org.cbthomework.launch.homework;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.cbthomework.launch.homework.HomeworkOf.HandedIn;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskOutputComponent;
import org.jspecify.annotations.Nullable;

/** Tells when responses were handed in, and what for. */
public final class HandingIn {

    private HandingIn() {}

    /** Those to an assignment, the newest first. */
    static List<HandedIn> to(
            List<String> basis, Collection<QuestionnaireResponse> responses, List<Task> occasions, ZoneId zone) {
        return responses.stream()
                .filter(each -> !Collections.disjoint(Measured.orders(each.getBasedOn()), basis))
                .map(each -> told(each, occasions, zone))
                .sorted(Comparator.comparing(HandedIn::at, Comparator.nullsLast(Comparator.reverseOrder())))
                .toList();
    }

    /** One, with what became of the occasion that it filled. */
    public static HandedIn told(QuestionnaireResponse response, List<Task> occasions, ZoneId zone) {
        String id = response.getIdElement().getIdPart();
        return new HandedIn(
                id,
                at(response, zone),
                occasions.stream()
                        .filter(task -> fills(id, task))
                        .map(HandingIn::outcome)
                        .findFirst()
                        .orElse(null));
    }

    static String outcome(Task task) {
        return task.getBusinessStatus().getCodingFirstRep().hasCode()
                ? task.getBusinessStatus().getCodingFirstRep().getCode()
                : "pending";
    }

    /** By the clock on the wall, which an offset tells; {@code Z} tells none. */
    private static @Nullable OffsetDateTime at(QuestionnaireResponse response, ZoneId zone) {
        if (!response.hasAuthored()) {
            return null;
        }
        String authored = response.getAuthoredElement().getValueAsString();
        try {
            return authored.endsWith("Z")
                    ? response.getAuthored().toInstant().atZone(zone).toOffsetDateTime()
                    : OffsetDateTime.parse(authored);
        } catch (DateTimeException day) {
            return response.getAuthored().toInstant().atZone(zone).toOffsetDateTime();
        }
    }

    private static boolean fills(String response, Task task) {
        return task.getOutput().stream()
                .map(TaskOutputComponent::getValue)
                .anyMatch(value -> value instanceof Reference reference
                        && response.equals(reference.getReferenceElement().getIdPart()));
    }
}
