package org.cbthomework.launch.assign;

import java.util.Collection;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.hl7.fhir.r4.model.Timing;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/** What ServiceRequests of homework say. */
final class Orders {

    static final String EXTENSIONS = "https://w3id.org/cbt-homework/fhir/StructureDefinition/";

    private Orders() {}

    /** Those that ever counted, the latest first. */
    static List<ServiceRequest> latestFirst(Collection<ServiceRequest> orders) {
        return orders.stream()
                .filter(order -> !canonical(order).isEmpty()
                        && order.getStatus() != ServiceRequestStatus.DRAFT
                        && order.getStatus() != ServiceRequestStatus.ENTEREDINERROR)
                .sorted(Comparator.comparing(
                                ServiceRequest::getAuthoredOn, Comparator.nullsFirst(Comparator.<Date>naturalOrder()))
                        .reversed())
                .toList();
    }

    /** Of the worksheet; empty if it names none. */
    static String canonical(ServiceRequest order) {
        return value(order, "worksheet", Type.class).map(Type::primitiveValue).orElse("");
    }

    /** Of the worksheet, whatever the version. */
    static String url(ServiceRequest order) {
        return LibraryEntry.url(canonical(order));
    }

    static boolean isActive(ServiceRequest order) {
        return order.getStatus() == ServiceRequestStatus.ACTIVE;
    }

    static boolean isFocal(ServiceRequest order) {
        return isActive(order)
                && value(order, "focal", BooleanType.class)
                        .map(BooleanType::booleanValue)
                        .orElse(false);
    }

    static boolean isAsNeeded(ServiceRequest order) {
        return order.hasAsNeededCodeableConcept()
                || (order.getAsNeeded() instanceof BooleanType asked && asked.booleanValue());
    }

    static @Nullable Timing timing(ServiceRequest order) {
        return order.hasOccurrenceTiming() ? order.getOccurrenceTiming() : null;
    }

    /** What one of our extensions holds, if it is there and of that type. */
    static <T extends Type> Optional<T> value(ServiceRequest order, String name, Class<T> type) {
        return Optional.ofNullable(order.getExtensionByUrl(EXTENSIONS + name))
                .map(Extension::getValue)
                .filter(type::isInstance)
                .map(type::cast);
    }
}
