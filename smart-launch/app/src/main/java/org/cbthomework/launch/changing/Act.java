package org.cbthomework.launch.changing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.cbthomework.launch.homework.Chain;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.ServiceRequest;

/** Something that is done to an assignment. */
sealed interface Act permits Pausing, Resuming, Stopping, Redosing {

    /**
     * The orders as they are to be, those alone that differ from what is stored; none if it was done before.
     *
     * @param now where the patient lives
     * @throws NotPossible if it cannot be done to this assignment
     */
    List<ServiceRequest> on(Chain chain, OffsetDateTime now);

    /** The orders of a chain that differ from what they were. */
    static List<ServiceRequest> changed(List<ServiceRequest> before, List<ServiceRequest> after) {
        return after.stream()
                .filter(order -> before.stream().noneMatch(order::equalsDeep))
                .toList();
    }

    static List<ServiceRequest> copies(Chain chain) {
        return chain.orders().stream().map(ServiceRequest::copy).toList();
    }

    static DateTimeType moment(Instant instant, ZoneId zone) {
        return new DateTimeType(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                instant.atZone(zone).truncatedTo(ChronoUnit.SECONDS)));
    }

    static DateTimeType day(LocalDate day) {
        return new DateTimeType(day.toString());
    }
}
