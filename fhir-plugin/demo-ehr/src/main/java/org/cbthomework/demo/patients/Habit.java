package org.cbthomework.demo.patients;

import java.time.ZoneId;
import java.util.List;
import java.util.function.Predicate;

/** A patient's way with homework: what is handed in for a day, and when. */
@FunctionalInterface
interface Habit {

    List<Entry> on(Day day, Chance chance);

    /** The same habit on some days, and nothing on others. */
    default Habit only(Predicate<Day> days) {
        return (day, chance) -> days.test(day) ? on(day, chance) : List.of();
    }

    /** The same habit in a stretch of days, and nothing outside it. */
    default Habit during(Stretch stretch) {
        return only(day -> stretch.holds(day.number()));
    }

    /** The same habit, but nothing in a stretch of days. */
    default Habit except(Stretch stretch) {
        return only(day -> !stretch.holds(day.number()));
    }

    /** The same habit, in a stretch of days by the clock of another place. */
    default Habit travelling(ZoneId elsewhere, Stretch away) {
        return (day, chance) -> on(away.holds(day.number()) ? day.in(elsewhere) : day, chance);
    }
}
