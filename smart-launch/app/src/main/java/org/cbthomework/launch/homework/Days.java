package org.cbthomework.launch.homework;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.hl7.fhir.r4.model.BaseDateTimeType;

/** The days on a patient's wall that FHIR's dates and times fall on. */
final class Days {

    private static final int CHARACTERS_OF_A_DAY = 10;

    private Days() {}

    static LocalDate first(BaseDateTimeType value, ZoneId zone) {
        return isDay(value)
                ? LocalDate.parse(value.getValueAsString())
                : value.getValue().toInstant().atZone(zone).toLocalDate();
    }

    /** The last day of what ends then: a day that is named is part of it, a moment is not. */
    static LocalDate last(BaseDateTimeType end, ZoneId zone) {
        return isDay(end)
                ? LocalDate.parse(end.getValueAsString())
                : end.getValue().toInstant().minusMillis(1).atZone(zone).toLocalDate();
    }

    /** The moment at which a day begins, or the moment itself. */
    static Instant moment(BaseDateTimeType value, ZoneId zone) {
        return isDay(value)
                ? LocalDate.parse(value.getValueAsString()).atStartOfDay(zone).toInstant()
                : value.getValue().toInstant();
    }

    private static boolean isDay(BaseDateTimeType value) {
        return value.getValueAsString().length() == CHARACTERS_OF_A_DAY;
    }
}
