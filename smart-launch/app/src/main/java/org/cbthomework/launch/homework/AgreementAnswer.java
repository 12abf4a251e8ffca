package org.cbthomework.launch.homework;

import java.util.Comparator;
import java.util.Optional;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.jspecify.annotations.Nullable;

/**
 * What a patient said last to homework that was suggested, as the server keeps it with the order.
 *
 * @param code {@code agree} or {@code change}
 * @param words what would fit better; null if that was not said
 */
public record AgreementAnswer(String code, @Nullable String words) {

    /** Empty if the patient has said nothing. */
    static Optional<AgreementAnswer> last(ServiceRequest order) {
        return order.getExtensionsByUrl(OrderExtensions.AGREEMENT_ANSWER).stream()
                .max(Comparator.comparing(each -> String.valueOf(part(each, "at"))))
                .map(last -> new AgreementAnswer(String.valueOf(part(last, "answer")), part(last, "words")));
    }

    public boolean asksForChange() {
        return code.equals("change");
    }

    private static @Nullable String part(Extension answer, String name) {
        return answer.getExtensionByUrl(name) != null
                        && answer.getExtensionByUrl(name).getValue() instanceof PrimitiveType<?> value
                ? value.getValueAsString()
                : null;
    }
}
