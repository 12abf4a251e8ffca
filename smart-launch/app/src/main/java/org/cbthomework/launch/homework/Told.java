package org.cbthomework.launch.homework;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.cbthomework.launch.homework.About.Backup;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;

/** A patient's orders and worksheets as they are told to a reader; a worksheet is asked for once. */
final class Told {

    private static final String EXTENSIONS = "https://w3id.org/cbt-homework/fhir/StructureDefinition/";

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
        return of(order, worksheet(order).orElse(null));
    }

    private About of(ServiceRequest order, @Nullable String canonical) {
        Optional<Questionnaire> worksheet =
                Optional.ofNullable(canonical).flatMap(each -> worksheets.computeIfAbsent(each, store::worksheet));
        return new About(
                order.getIdElement().getIdPart(),
                worksheet.flatMap(each -> title(each, reader)).orElse(null),
                Optional.of(order.getReasonCodeFirstRep().getTextElement())
                        .flatMap(text -> Texts.of(text, reader))
                        .or(() -> worksheet.flatMap(each -> Texts.of(each.getPurposeElement(), reader)))
                        .orElse(null),
                Texts.of(order.getPatientInstructionElement(), reader).orElse(null),
                worksheet.flatMap(Told::minutes).orElse(null),
                backup(order).orElse(null),
                isTrue(order, "focal"));
    }

    /** What the patient calls it, which is shorter than what a clinician does. */
    static Optional<String> title(Questionnaire worksheet, Locale reader) {
        return Optional.ofNullable(worksheet.getExtensionByUrl(EXTENSIONS + "patient-title"))
                .map(Extension::getValue)
                .filter(StringType.class::isInstance)
                .flatMap(value -> Texts.of((StringType) value, reader))
                .or(() -> Texts.of(worksheet.getTitleElement(), reader));
    }

    /** The canonical of the worksheet that an order names. */
    static Optional<String> worksheet(ServiceRequest order) {
        return value(order, "worksheet", PrimitiveType::getValueAsString);
    }

    static boolean isTrue(ServiceRequest order, String extension) {
        return order.getExtensionsByUrl(EXTENSIONS + extension).stream()
                .anyMatch(each -> each.getValue() instanceof BooleanType is && is.booleanValue());
    }

    static boolean says(ServiceRequest order, String extension) {
        return order.hasExtension(EXTENSIONS + extension);
    }

    /** A part of an extension that has parts. */
    static Optional<String> part(ServiceRequest order, String extension, String part) {
        return Optional.ofNullable(order.getExtensionByUrl(EXTENSIONS + extension))
                .map(each -> each.getExtensionByUrl(part))
                .filter(each -> each.getValue() instanceof PrimitiveType<?>)
                .map(each -> each.getValue().primitiveValue());
    }

    private static Optional<Integer> minutes(Questionnaire worksheet) {
        return Optional.ofNullable(worksheet.getExtensionByUrl(EXTENSIONS + "estimated-minutes"))
                .filter(each -> each.getValue() instanceof PrimitiveType<?>)
                .map(each -> Integer.valueOf(each.getValue().primitiveValue()));
    }

    private static Optional<Backup> backup(ServiceRequest order) {
        return part(order, "backup-plan", "then")
                .map(then -> new Backup(part(order, "backup-plan", "if").orElse(null), then))
                .or(() -> value(order, "backup-plan", PrimitiveType::getValueAsString)
                        .map(plan -> new Backup(null, plan)));
    }

    private static Optional<String> value(
            ServiceRequest order, String extension, Function<PrimitiveType<?>, @Nullable String> reading) {
        return Optional.ofNullable(order.getExtensionByUrl(EXTENSIONS + extension))
                .map(Extension::getValue)
                .filter(PrimitiveType.class::isInstance)
                .map(value -> reading.apply((PrimitiveType<?>) value));
    }
}
