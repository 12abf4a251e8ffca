package org.cbthomework.demo.patients;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * Something that is handed in.
 *
 * @param number the day it is about, by its number in the course
 * @param authored when, by the clock on the wall
 * @param named the day it names as its own, where its time would not tell
 * @param isNone whether it says that there was nothing to note
 */
record Entry(int number, OffsetDateTime authored, Optional<LocalDate> named, boolean isNone) {

    static Entry of(Day day, OffsetDateTime authored) {
        return new Entry(day.number(), authored, Optional.empty(), false);
    }

    static Entry naming(Day day, OffsetDateTime authored) {
        return new Entry(day.number(), authored, Optional.of(day.date()), false);
    }

    static Entry none(Day day, OffsetDateTime authored) {
        return new Entry(day.number(), authored, Optional.empty(), true);
    }
}
