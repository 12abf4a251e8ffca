package org.cbthomework.demo.patients;

import java.math.BigDecimal;
import java.time.LocalTime;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Timing;
import org.hl7.fhir.r4.model.Timing.DayOfWeek;
import org.hl7.fhir.r4.model.Timing.UnitsOfTime;

/**
 * How often homework is asked for.
 *
 * @param asNeeded whether it is a log of what happens, with no number agreed
 * @param schedule writes the rest into a Timing that has its bounds
 */
record Rhythm(boolean asNeeded, BiConsumer<Timing, Course> schedule) {

    static Rhythm eachEvening() {
        return new Rhythm(
                false,
                (timing, course) -> timing.getRepeat()
                        .setFrequency(1)
                        .setPeriod(BigDecimal.ONE)
                        .setPeriodUnit(UnitsOfTime.D)
                        .addTimeOfDay("20:00:00"));
    }

    static Rhythm mondayAndThursdayEvening() {
        return new Rhythm(
                false,
                (timing, course) -> timing.getRepeat()
                        .setPeriod(BigDecimal.ONE)
                        .setPeriodUnit(UnitsOfTime.WK)
                        .addDayOfWeek(DayOfWeek.MON)
                        .addDayOfWeek(DayOfWeek.THU)
                        .addTimeOfDay("20:00:00"));
    }

    static Rhythm timesAWeek(int times) {
        return new Rhythm(
                false,
                (timing, course) -> timing.getRepeat()
                        .setFrequency(times)
                        .setPeriod(BigDecimal.ONE)
                        .setPeriodUnit(UnitsOfTime.WK));
    }

    static Rhythm whenItHappens() {
        return new Rhythm(true, (timing, course) -> {});
    }

    /** Single mornings two weeks apart: six in the first twelve weeks, and two to come. */
    static Rhythm everySecondWeek() {
        return new Rhythm(false, (timing, course) -> {
            timing.setRepeat(null);
            IntStream.range(0, 8)
                    .mapToObj(number -> course.day(7 + 14 * number)
                            .atTime(LocalTime.of(9, 0))
                            .atZone(course.zone()))
                    .forEach(morning -> timing.getEvent().add(new DateTimeType(Written.moment(morning))));
        });
    }
}
