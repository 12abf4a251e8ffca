package org.cbthomework.launch.assign;

import java.util.Comparator;
import java.util.List;
import org.cbthomework.launch.homework.OrderExtensions;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.ServiceRequest;

/** Whether two orders say the same, whenever each was written. */
final class SameOrder {

    private static final int DAY = 10;

    private SameOrder() {}

    static boolean says(ServiceRequest stored, ServiceRequest sent) {
        return Base.compareDeep(timeless(stored), timeless(sent), false);
    }

    /** Without what the server adds, and with days for the moments at which it was written. */
    private static ServiceRequest timeless(ServiceRequest order) {
        ServiceRequest copy = new ServiceRequest();
        copy.setOccurrence(order.hasOccurrence() ? order.getOccurrence().copy() : null);
        if (copy.hasOccurrenceTiming() && copy.getOccurrenceTiming().getRepeat().hasBoundsPeriod()) {
            Period bounds = copy.getOccurrenceTiming().getRepeat().getBoundsPeriod();
            bounds.setStartElement(
                    new DateTimeType(bounds.getStartElement().getValueAsString().substring(0, DAY)));
        }
        copy.setAsNeeded(order.getAsNeeded());
        copy.setReasonCode(order.getReasonCode());
        copy.setPatientInstruction(order.getPatientInstruction());
        List<Extension> own = order.getExtension().stream()
                .filter(each -> !each.getUrl().equals(OrderExtensions.TIMEZONE))
                .map(each -> each.getUrl().equals(OrderExtensions.AGREED)
                        ? new Extension(each.getUrl(), new BooleanType(true))
                        : each)
                .sorted(Comparator.comparing(Extension::getUrl))
                .toList();
        copy.setExtension(own);
        return copy;
    }
}
