package org.cbthomework.launch.homework;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;

/** A patient's orders and worksheets as they are told to a reader; a worksheet is asked for once. */
final class Told {

    private final HomeworkStore store;
    private final Locale reader;
    private final Map<String, ServiceRequest> orders = new HashMap<>();
    private final Map<String, Optional<Questionnaire>> worksheets = new HashMap<>();

    Told(HomeworkStore store, Collection<ServiceRequest> orders, Locale reader) {
        this.store = store;
        this.reader = reader;
        orders.forEach(order -> this.orders.put(order.getIdElement().getIdPart(), order));
    }

    /** Of what is based on that. */
    About of(List<Reference> basedOn, @Nullable String worksheet) {
        ServiceRequest order = basedOn.stream()
                .map(Reference::getReferenceElement)
                .filter(each -> "ServiceRequest".equals(each.getResourceType()) && orders.containsKey(each.getIdPart()))
                .map(each -> orders.get(each.getIdPart()))
                .findFirst()
                .orElse(null);
        return order == null ? of(new ServiceRequest(), worksheet) : of(order, worksheet);
    }

    /** Of an order. */
    About of(ServiceRequest order) {
        return of(order, OrderExtensions.text(order, OrderExtensions.WORKSHEET).orElse(null));
    }

    private About of(ServiceRequest order, @Nullable String canonical) {
        Optional<Questionnaire> worksheet =
                Optional.ofNullable(canonical).flatMap(each -> worksheets.computeIfAbsent(each, store::worksheet));
        return new About(
                order.getIdElement().getIdPart(),
                worksheet.flatMap(each -> title(each, reader)).orElse(null),
                Optional.of(order.getReasonCodeFirstRep().getTextElement())
                        .flatMap(text -> Spoken.in(reader, text))
                        .or(() -> worksheet.flatMap(each -> Spoken.in(reader, each.getPurposeElement())))
                        .orElse(null),
                Spoken.in(reader, order.getPatientInstructionElement()).orElse(null),
                worksheet.flatMap(Told::minutes).orElse(null),
                BackupPlan.of(order).orElse(null),
                OrderExtensions.isTrue(order, OrderExtensions.FOCAL));
    }

    /** What the patient calls it, which is shorter than what a clinician does. */
    static Optional<String> title(Questionnaire worksheet, Locale reader) {
        return Optional.ofNullable(worksheet.getExtensionByUrl(OrderExtensions.BASE + "patient-title"))
                .map(Extension::getValue)
                .filter(StringType.class::isInstance)
                .flatMap(value -> Spoken.in(reader, (StringType) value))
                .or(() -> Spoken.in(reader, worksheet.getTitleElement()));
    }

    private static Optional<Integer> minutes(Questionnaire worksheet) {
        return Optional.ofNullable(worksheet.getExtensionByUrl(OrderExtensions.BASE + "estimated-minutes"))
                .filter(each -> each.getValue() instanceof PrimitiveType<?>)
                .map(each -> Integer.valueOf(each.getValue().primitiveValue()));
    }
}
