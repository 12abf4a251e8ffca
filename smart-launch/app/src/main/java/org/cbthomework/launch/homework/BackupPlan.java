package org.cbthomework.launch.homework;

import java.util.Optional;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;

/**
 * What is done instead if it gets difficult.
 *
 * @param when what makes it difficult; null if the order tells the plan in one text
 */
public record BackupPlan(@Nullable String when, String then) {

    private static final String WHEN = "if";
    private static final String THEN = "then";

    /** Empty if the order tells none. */
    public static Optional<BackupPlan> of(ServiceRequest order) {
        Extension plan = order.getExtensionByUrl(OrderExtensions.BACKUP_PLAN);
        if (plan == null) {
            return Optional.empty();
        }
        return Optional.ofNullable(words(plan.getExtensionByUrl(THEN)))
                .map(then -> new BackupPlan(words(plan.getExtensionByUrl(WHEN)), then))
                .or(() -> Optional.ofNullable(words(plan)).map(all -> new BackupPlan(null, all)));
    }

    public Extension extension() {
        Extension plan = new Extension(OrderExtensions.BACKUP_PLAN);
        if (when == null) {
            return plan.setValue(new StringType(then));
        }
        plan.addExtension(new Extension(WHEN, new StringType(when)));
        plan.addExtension(new Extension(THEN, new StringType(then)));
        return plan;
    }

    private static @Nullable String words(@Nullable Extension extension) {
        String words = extension == null || extension.getValue() == null
                ? null
                : extension.getValue().primitiveValue();
        return words == null || words.isBlank() ? null : words;
    }
}
