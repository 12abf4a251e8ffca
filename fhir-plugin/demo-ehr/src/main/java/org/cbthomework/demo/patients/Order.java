package org.cbthomework.demo.patients;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * One assignment of a patient, and how the patient goes about it.
 *
 * @param name what its id ends in, behind the patient's
 * @param lasts the days for which it is assigned
 * @param pause days in which nothing is expected
 * @param replaces the name of the order whose dose this one changes
 * @param isSuggested whether the patient has yet to agree to it
 */
record Order(
        String name,
        Worksheet worksheet,
        Rhythm rhythm,
        Habit habit,
        Stretch lasts,
        Optional<Stretch> pause,
        Optional<String> replaces,
        boolean isSuggested) {

    static Order of(String name, Worksheet worksheet, Rhythm rhythm, Habit habit) {
        return new Order(name, worksheet, rhythm, habit, Stretch.from(0), Optional.empty(), Optional.empty(), false);
    }

    static Order diary(Habit habit) {
        return of("diary", new AnxietyReflection(), Rhythm.eachEvening(), habit);
    }

    Order lasting(Stretch days) {
        return new Order(name, worksheet, rhythm, habit.during(days), days, pause, replaces, isSuggested);
    }

    Order pausedIn(Stretch days) {
        return new Order(name, worksheet, rhythm, habit.except(days), lasts, Optional.of(days), replaces, isSuggested);
    }

    Order replacing(String other) {
        return new Order(name, worksheet, rhythm, habit, lasts, pause, Optional.of(other), isSuggested);
    }

    /** The same, which waits for the patient's agreement. */
    Order suggested() {
        return new Order(name, worksheet, rhythm, habit, lasts, pause, replaces, true);
    }

    /** All that is handed in before now, in the order of its days. */
    Stream<Entry> entries(Course course, Chance chance) {
        return course.days()
                .flatMap(day -> habit.on(day, chance).stream())
                .filter(entry -> course.isOver(entry.authored()));
    }

    /** The name that all doses of one homework share. */
    String requisition() {
        return replaces.orElse(name);
    }
}
