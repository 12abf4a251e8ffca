package org.cbthomework.launch.changing;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.cbthomework.launch.homework.Chain;
import org.cbthomework.launch.homework.OrderExtensions;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;

/**
 * Ends an assignment now.
 *
 * @param hasServed whether it has done its work; else it is called off
 * @param reason in the therapist's words; blank if none is given
 */
record Stopping(boolean hasServed, String reason) implements Act {

    @Override
    public List<ServiceRequest> on(Chain chain, OffsetDateTime now) {
        if (chain.isOver()) {
            return List.of();
        }
        List<ServiceRequest> orders = Act.copies(chain);
        orders.forEach(order -> end(order, chain, now));
        return Act.changed(chain.orders(), orders);
    }

    /** One that a later one was to replace goes on until then, and ends now too. */
    private void end(ServiceRequest order, Chain chain, OffsetDateTime now) {
        Instant at = now.toInstant();
        boolean endedBefore = OrderExtensions.value(order, OrderExtensions.ENDED, DateTimeType.class)
                .filter(ended -> !ended.getValue().toInstant().isAfter(at))
                .isPresent();
        if (endedBefore) {
            return;
        }
        if (order.getStatus() == ServiceRequestStatus.ACTIVE) {
            order.setStatus(hasServed ? ServiceRequestStatus.COMPLETED : ServiceRequestStatus.REVOKED);
            if (!reason.isBlank()) {
                order.addExtension(
                        new Extension(OrderExtensions.STATUS_REASON, new CodeableConcept().setText(reason.strip())));
            }
        }
        order.getExtension().removeIf(each -> OrderExtensions.ENDED.equals(each.getUrl()));
        order.addExtension(OrderExtensions.ENDED, Act.moment(at, chain.zone()));
    }
}
