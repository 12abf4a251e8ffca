package org.cbthomework.demo.patients;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Period;

/** Times as FHIR writes them, with the offset of the clock on the wall. */
final class Written {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx");

    private Written() {}

    static String moment(OffsetDateTime moment) {
        return MOMENT.format(moment);
    }

    static String moment(ZonedDateTime moment) {
        return MOMENT.format(moment);
    }

    static Period from(LocalDate first) {
        return new Period().setStartElement(new DateTimeType(first.toString()));
    }

    /** A period of whole days, both inclusive. */
    static Period days(LocalDate first, LocalDate last) {
        return from(first).setEndElement(new DateTimeType(last.toString()));
    }
}
