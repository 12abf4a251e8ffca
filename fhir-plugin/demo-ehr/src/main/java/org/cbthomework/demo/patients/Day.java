package org.cbthomework.demo.patients;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/**
 * A day of a patient.
 *
 * @param number counted from the day of the first session, which is 0
 * @param whereabouts the zone in which the patient is on that day
 */
record Day(LocalDate date, int number, ZoneId whereabouts) {

    /** A moment of the day, or of a day after it, by the clock on the wall. */
    OffsetDateTime at(int daysLater, LocalTime time) {
        return date.plusDays(daysLater).atTime(time).atZone(whereabouts).toOffsetDateTime();
    }

    Day in(ZoneId elsewhere) {
        return new Day(date, number, elsewhere);
    }
}
