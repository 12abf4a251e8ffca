package org.cbthomework.demo.patients;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/**
 * A synthetic patient.
 *
 * @param name the family name, which says what the patient shows; the id is made of it
 * @param daysSoFar how many days of homework there are at least
 * @param sessionDay the weekday of the weekly session
 * @param goal what the patient wants to reach, in the patient's words
 */
record DemoPatient(
        String name,
        int birthYear,
        ZoneId zone,
        int daysSoFar,
        DayOfWeek sessionDay,
        Clinician clinician,
        String goal,
        List<Order> orders) {

    String id() {
        return "demo-" + name.toLowerCase(Locale.ROOT);
    }

    /** The id of something that belongs to the patient. */
    String id(String part) {
        return id() + "-" + part;
    }

    Course course(Instant now) {
        return Course.begun(daysSoFar, sessionDay, LocalTime.of(10, 0), zone, now);
    }
}
