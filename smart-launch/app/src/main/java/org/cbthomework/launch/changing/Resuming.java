package org.cbthomework.launch.changing;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.cbthomework.launch.homework.Chain;
import org.cbthomework.launch.homework.OrderExtensions;
import org.cbthomework.launch.homework.Pause;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.ServiceRequest;

/** Expects homework again from today on: the pause that holds ends yesterday, one that was to come does not. */
record Resuming() implements Act {

    @Override
    public List<ServiceRequest> on(Chain chain, OffsetDateTime now) {
        List<ServiceRequest> orders = Act.copies(chain);
        orders.forEach(order -> end(order, now.toLocalDate(), chain.zone()));
        return Act.changed(chain.orders(), orders);
    }

    private static void end(ServiceRequest order, LocalDate today, ZoneId zone) {
        for (Extension each : List.copyOf(order.getExtensionsByUrl(OrderExtensions.PAUSE))) {
            if (each.getValue() instanceof Period period) {
                Pause.of(period, zone).filter(pause -> !pause.isOverBy(today)).ifPresent(pause -> {
                    if (pause.firstDay().isBefore(today)) {
                        period.setEndElement(Act.day(today.minusDays(1)));
                    } else {
                        order.getExtension().remove(each);
                    }
                });
            }
        }
    }
}
