package org.cbthomework.launch.assign;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.hl7.fhir.r4.model.Timing;
import org.hl7.fhir.r4.model.Timing.EventTiming;
import org.hl7.fhir.r4.model.Timing.TimingRepeatComponent;
import org.hl7.fhir.r4.model.Timing.UnitsOfTime;
import org.jspecify.annotations.Nullable;

/**
 * A dose, and when in the week and in the day.
 *
 * @param days of the week, as many as the dose has times a week; empty for any
 * @param part of the day, as {@link EventTiming} codes it: MORN, NOON, AFT, EVE or NIGHT; null for any
 * @param at a time of the clock on the patient's wall; null for any
 */
public record Rhythm(
        Dose dose,
        Set<DayOfWeek> days,
        @Nullable String part,
        @Nullable LocalTime at) {

    static final List<String> PARTS = List.of("MORN", "NOON", "AFT", "EVE", "NIGHT");
    private static final int DAYS_OF_A_WEEK = 7;

    public Rhythm {
        days = Collections.unmodifiableSet(new TreeSet<>(days));
    }

    /** On any days, at any time. */
    static Rhythm of(Dose dose) {
        return new Rhythm(dose, Set.of(), null, null);
    }

    /** As FHIR has it, without bounds. What is done when it happens has no schedule; {@code asNeeded} says it. */
    Timing timing() {
        Timing timing = new Timing();
        TimingRepeatComponent repeat = timing.getRepeat();
        if (dose == Dose.ONCE) {
            return timing.setRepeat(
                    repeat.setCount(1).setFrequency(1).setPeriod(1).setPeriodUnit(UnitsOfTime.WK));
        }
        if (!dose.comesAgain()) {
            return timing;
        }
        boolean isWeekly = dose.days() >= DAYS_OF_A_WEEK;
        repeat.setFrequency(dose.times())
                .setPeriod(isWeekly ? dose.days() / DAYS_OF_A_WEEK : dose.days())
                .setPeriodUnit(isWeekly ? UnitsOfTime.WK : UnitsOfTime.D);
        days.forEach(day -> repeat.addDayOfWeek(weekday(day)));
        if (part != null) {
            repeat.addWhen(EventTiming.valueOf(part));
        }
        if (at != null) {
            repeat.addTimeOfDay(at.withSecond(0).toString() + ":00");
        }
        return timing;
    }

    /** What a schedule says, if the form can say it too. */
    static Optional<Rhythm> read(@Nullable Timing timing, boolean isAsNeeded) {
        TimingRepeatComponent repeat = timing == null ? new TimingRepeatComponent() : timing.getRepeat();
        if (isAsNeeded && !repeat.hasFrequency()) {
            return Optional.of(of(Dose.WHEN_IT_HAPPENS));
        }
        if (timing == null || timing.hasEvent() || !timing.hasRepeat() || isBeyondTheForm(repeat)) {
            return Optional.empty();
        }
        if (repeat.getCount() == 1) {
            return Optional.of(of(Dose.ONCE));
        }
        Set<DayOfWeek> days = days(repeat);
        int perDay = Math.max(1, repeat.getTimeOfDay().size() + repeat.getWhen().size());
        int times = repeat.hasFrequency() ? repeat.getFrequency() : perDay;
        int period = repeat.hasPeriod() ? repeat.getPeriod().intValue() : 1;
        boolean isWeekly = repeat.getPeriodUnit() == UnitsOfTime.WK;
        int each = isWeekly ? period * DAYS_OF_A_WEEK : period;
        boolean isOnDaysOfTheWeek = !days.isEmpty() && (!isWeekly || !repeat.hasFrequency() || times == 1);
        Optional<Dose> dose = isOnDaysOfTheWeek
                ? Dose.of(times * days.size(), isWeekly ? each : DAYS_OF_A_WEEK)
                : Dose.of(times, each);
        return dose.map(each1 -> new Rhythm(
                each1,
                each1.mayHaveDays() ? days : Set.of(),
                repeat.hasWhen() ? repeat.getWhen().get(0).getValue().toCode() : null,
                repeat.hasTimeOfDay()
                        ? LocalTime.parse(repeat.getTimeOfDay().get(0).getValue())
                        : null));
    }

    /** How often in a week a schedule comes round, whoever wrote it; 0 where no number is agreed or it is done once. */
    static double perWeek(@Nullable Timing timing, boolean isAsNeeded) {
        if (timing == null || (isAsNeeded && !timing.getRepeat().hasFrequency()) || timing.hasEvent()) {
            return 0;
        }
        TimingRepeatComponent repeat = timing.getRepeat();
        if (repeat.getCount() == 1) {
            return 0;
        }
        int perDay = Math.max(1, repeat.getTimeOfDay().size() + repeat.getWhen().size());
        boolean isOnDays = repeat.hasDayOfWeek() && (!repeat.hasFrequency() || repeat.getFrequency() == 1);
        double times = isOnDays
                ? (double) perDay * repeat.getDayOfWeek().size()
                : repeat.hasFrequency() ? repeat.getFrequency() : perDay;
        double period = repeat.hasPeriod() ? repeat.getPeriod().doubleValue() : 1;
        return times
                / (period * (isOnDays && repeat.getPeriodUnit() != UnitsOfTime.WK ? 1 : weeks(repeat.getPeriodUnit())));
    }

    private static double weeks(@Nullable UnitsOfTime unit) {
        if (unit == UnitsOfTime.WK) {
            return 1;
        }
        if (unit == UnitsOfTime.MO) {
            return 30.0 / DAYS_OF_A_WEEK;
        }
        return unit == UnitsOfTime.H ? 1.0 / (24 * DAYS_OF_A_WEEK) : 1.0 / DAYS_OF_A_WEEK;
    }

    private static boolean isBeyondTheForm(TimingRepeatComponent repeat) {
        boolean isOfDays = !repeat.hasPeriodUnit()
                || repeat.getPeriodUnit() == UnitsOfTime.D
                || repeat.getPeriodUnit() == UnitsOfTime.WK;
        boolean isWhole = !repeat.hasPeriod()
                || repeat.getPeriod().remainder(BigDecimal.ONE).signum() == 0;
        return !isOfDays
                || !isWhole
                || repeat.getCount() > 1
                || repeat.getTimeOfDay().size() + repeat.getWhen().size() > 1
                || (repeat.hasWhen()
                        && !PARTS.contains(
                                String.valueOf(repeat.getWhen().get(0).getValue())));
    }

    private static Set<DayOfWeek> days(TimingRepeatComponent repeat) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        repeat.getDayOfWeek().forEach(day -> day(day.getValue().toCode()).ifPresent(days::add));
        return days;
    }

    /** The day that FHIR codes so. */
    static Optional<DayOfWeek> day(String code) {
        return EnumSet.allOf(DayOfWeek.class).stream()
                .filter(day -> code(day).equals(code))
                .findFirst();
    }

    static String code(DayOfWeek day) {
        return day.name().substring(0, 3).toLowerCase(Locale.ROOT);
    }

    private static Timing.DayOfWeek weekday(DayOfWeek day) {
        return Timing.DayOfWeek.valueOf(day.name().substring(0, 3));
    }
}
