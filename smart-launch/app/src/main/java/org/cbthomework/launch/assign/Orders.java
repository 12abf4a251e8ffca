package org.cbthomework.launch.assign;

import java.util.Collection;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import org.cbthomework.launch.homework.OrderExtensions;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.hl7.fhir.r4.model.Timing;
import org.jspecify.annotations.Nullable;

/** What ServiceRequests of homework say. */
final class Orders {

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
        return OrderExtensions.text(order, OrderExtensions.WORKSHEET).orElse("");
    }

    /** Of the worksheet, whatever the version. */
    static String url(ServiceRequest order) {
        return LibraryEntry.url(canonical(order));
    }

    static boolean isActive(ServiceRequest order) {
        return order.getStatus() == ServiceRequestStatus.ACTIVE;
    }

    static boolean isFocal(ServiceRequest order) {
        return isActive(order) && OrderExtensions.isTrue(order, OrderExtensions.FOCAL);
    }

    static @Nullable Timing timing(ServiceRequest order) {
        return order.hasOccurrenceTiming() ? order.getOccurrenceTiming() : null;
    }
}
