package org.cbthomework.demo.patients;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.IntStream;

/** The habits that patients of the demo have; {@code often} is from 0 (never) to 1 (always). */
final class Habits {

    private Habits() {}

    static Habit never() {
        return (day, chance) -> List.of();
    }

    /** Between 18:00 and 22:30. */
    static Habit evenings(double often) {
        return onceADay(often, 0, LocalTime.of(18, 0), 270);
    }

    /** Between 8:30 and 11:30. */
    static Habit mornings(double often) {
        return onceADay(often, 0, LocalTime.of(8, 30), 180);
    }

    /** Between 7:00 and 11:30 of the day after. */
    static Habit nextMornings(double often) {
        return onceADay(often, 1, LocalTime.of(7, 0), 270);
    }

    /** Evenings, nearly all at first and hardly any after twelve weeks. */
    static Habit fadingEvenings() {
        return (day, chance) ->
                evenings(Math.max(0.05, 1 - day.number() / 80.0)).on(day, chance);
    }

    /** All days of a week on its Sunday evening, one after another. */
    static Habit sundayEvenings(double often) {
        return (day, chance) -> {
            int weekday = day.date().getDayOfWeek().getValue();
            LocalTime time = LocalTime.of(20, 0).plusMinutes(4L * weekday + chance.between(0, 3));
            OffsetDateTime authored = day.at(DayOfWeek.SUNDAY.getValue() - weekday, time);
            return chance.happens(often) ? List.of(Entry.naming(day, authored)) : List.of();
        };
    }

    /** Now and then up to three in a day; on most other days a word that there was nothing. */
    static Habit urges() {
        return (day, chance) -> {
            int urges = Math.max(0, chance.between(-2, 3) - day.number() / 40);
            if (urges == 0) {
                OffsetDateTime bedtime = day.at(0, LocalTime.of(21, chance.between(0, 59)));
                return chance.happens(0.7) ? List.of(Entry.none(day, bedtime)) : List.of();
            }
            return IntStream.range(0, urges)
                    .mapToObj(urge -> LocalTime.of(9 + 4 * urge, 0).plusMinutes(chance.between(0, 200)))
                    .map(time -> Entry.of(day, day.at(0, time)))
                    .toList();
        };
    }

    private static Habit onceADay(double often, int daysLater, LocalTime earliest, int minutes) {
        return (day, chance) -> {
            LocalTime time = earliest.plusMinutes(chance.between(0, minutes)).plusSeconds(chance.between(0, 59));
            return chance.happens(often) ? List.of(Entry.of(day, day.at(daysLater, time))) : List.of();
        };
    }
}
