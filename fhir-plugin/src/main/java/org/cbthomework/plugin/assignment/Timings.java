package org.cbthomework.plugin.assignment;

import static java.time.temporal.ChronoUnit.DAYS;
import static java.time.temporal.ChronoUnit.MONTHS;
import static java.time.temporal.ChronoUnit.WEEKS;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.cbthomework.adherence.schedule.AtMoments;
import org.cbthomework.adherence.schedule.AtTimes;
import org.cbthomework.adherence.schedule.Capped;
import org.cbthomework.adherence.schedule.Days;
import org.cbthomework.adherence.schedule.EveryHours;
import org.cbthomework.adherence.schedule.InPartsOfDays;
import org.cbthomework.adherence.schedule.OnDays;
import org.cbthomework.adherence.schedule.PartOfDay;
import org.cbthomework.adherence.schedule.Quota;
import org.cbthomework.adherence.schedule.Schedule;
import org.cbthomework.plugin.refusal.Refused;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.Timing;
import org.hl7.fhir.r4.model.Timing.TimingRepeatComponent;
import org.hl7.fhir.r4.model.Timing.UnitsOfTime;

/** Reads a FHIR Timing as a schedule; what is not followed is refused rather than overlooked. */
final class Timings {

    private final String expression;
    private final ZoneId zone;
    private final LocalDate firstDay;

    /**
     * @param expression where the Timing stands, for messages
     * @param firstDay the local day of the start, whose weekday a weekly schedule keeps if it names none
     */
    Timings(String expression, ZoneId zone, LocalDate firstDay) {
        this.expression = expression;
        this.zone = zone;
        this.firstDay = firstDay;
    }

    Schedule read(Timing timing) {
        if (timing.hasEvent()) {
            if (timing.hasRepeat()) {
                throw refuse("event", "has both single events and a repeat; give one of them");
            }
            return new AtMoments(timing.getEvent().stream()
                    .map(event -> Moments.local(event, zone, expression + ".event"))
                    .toList());
        }
        if (!timing.hasRepeat()) {
            throw refuse(
                    "repeat",
                    "says nothing that can be scheduled; give repeat or event"
                            + (timing.hasCode() ? ", a code alone is not followed" : ""));
        }
        TimingRepeatComponent repeat = timing.getRepeat();
        refuseWhatIsNotFollowed(repeat);
        Schedule schedule = schedule(repeat);
        return repeat.hasCount() ? new Capped(schedule, repeat.getCount()) : schedule;
    }

    private Schedule schedule(TimingRepeatComponent repeat) {
        boolean namesTheDay = repeat.hasTimeOfDay() || repeat.hasWhen() || repeat.hasDayOfWeek();
        if (unit(repeat) == UnitsOfTime.H || unit(repeat) == UnitsOfTime.MO) {
            if (namesTheDay) {
                throw refuse(
                        "periodUnit",
                        "is " + unit(repeat).toCode() + ", which goes with frequency and period alone; use d or wk");
            }
            return unit(repeat) == UnitsOfTime.MO
                    ? new Quota(frequency(repeat), period(repeat), MONTHS)
                    : hourly(repeat);
        }
        if (repeat.hasWhen()) {
            return inPartsOfDays(repeat);
        }
        return repeat.hasTimeOfDay() ? atTimes(repeat) : untimed(repeat);
    }

    private Schedule hourly(TimingRepeatComponent repeat) {
        if (frequency(repeat) != 1) {
            throw refuse("frequency", "is " + frequency(repeat) + " for hours; use 1, and a shorter period");
        }
        return new EveryHours(period(repeat));
    }

    private Schedule inPartsOfDays(TimingRepeatComponent repeat) {
        if (repeat.hasTimeOfDay()) {
            throw refuse("when", "stands beside timeOfDay; give one of them");
        }
        Set<PartOfDay> parts = repeat.getWhen().stream()
                .map(when -> part(String.valueOf(when.getValue().toCode())))
                .collect(Collectors.toSet());
        Days days = days(repeat);
        refuseUnlessAgreed(repeat, days, parts.size(), "when");
        return new InPartsOfDays(days, parts);
    }

    private PartOfDay part(String code) {
        return switch (code) {
            case "MORN" -> PartOfDay.MORNING;
            case "NOON" -> PartOfDay.NOON;
            case "AFT" -> PartOfDay.AFTERNOON;
            case "EVE" -> PartOfDay.EVENING;
            case "NIGHT" -> PartOfDay.NIGHT;
            default -> throw refuse("when", "is " + code + "; use MORN, NOON, AFT, EVE or NIGHT, or timeOfDay");
        };
    }

    private int frequency(TimingRepeatComponent repeat) {
        return repeat.hasFrequency() ? repeat.getFrequency() : 1;
    }

    private Schedule atTimes(TimingRepeatComponent repeat) {
        Set<LocalTime> times = repeat.getTimeOfDay().stream()
                .map(PrimitiveType::getValue)
                .map(LocalTime::parse)
                .collect(Collectors.toSet());
        Days days = days(repeat);
        refuseUnlessAgreed(repeat, days, times.size(), "timeOfDay");
        return new AtTimes(days, times);
    }

    private void refuseUnlessAgreed(TimingRepeatComponent repeat, Days days, int perDay, String element) {
        int perWeek = perDay * days.weekdays().size();
        boolean agrees = !repeat.hasFrequency()
                || repeat.getFrequency() == perDay
                || (days.weekly() && repeat.getFrequency() == perWeek);
        if (!agrees) {
            throw refuse(
                    "frequency",
                    "is " + repeat.getFrequency() + ", but " + element + " has " + perDay
                            + (perDay == 1 ? " time" : " times") + "; make them agree, or leave frequency out");
        }
    }

    private Schedule untimed(TimingRepeatComponent repeat) {
        int frequency = frequency(repeat);
        if (repeat.hasDayOfWeek()) {
            Days days = days(repeat);
            int named = days.weekdays().size();
            if (!isWeekly(repeat) || frequency == 1) {
                return new OnDays(days, frequency);
            }
            if (frequency % named != 0) {
                throw refuse(
                        "frequency",
                        "is " + frequency + ", but dayOfWeek has " + named
                                + " days; make one a multiple of the other, or leave frequency out");
            }
            return new OnDays(days, frequency / named);
        }
        return new Quota(frequency, period(repeat), isWeekly(repeat) ? WEEKS : DAYS);
    }

    private Days days(TimingRepeatComponent repeat) {
        boolean weekly = isWeekly(repeat);
        if (!repeat.hasDayOfWeek()) {
            return weekly
                    ? new Days(Set.of(firstDay.getDayOfWeek()), period(repeat), true)
                    : Days.every(period(repeat));
        }
        if (!weekly && period(repeat) != 1) {
            throw refuse(
                    "period", "is " + period(repeat) + " days, but dayOfWeek names days of a week; use periodUnit wk");
        }
        Set<DayOfWeek> weekdays = EnumSet.noneOf(DayOfWeek.class);
        repeat.getDayOfWeek().forEach(day -> weekdays.add(weekday(day.getValue().toCode())));
        return new Days(weekdays, period(repeat), true);
    }

    private static DayOfWeek weekday(String code) {
        return DayOfWeek.of(
                List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun").indexOf(code) + 1);
    }

    private int period(TimingRepeatComponent repeat) {
        BigDecimal period = repeat.hasPeriod() ? repeat.getPeriod() : BigDecimal.ONE;
        int whole = Lengths.whole(period, expression + ".repeat.period");
        if (whole < 1) {
            throw refuse("period", "is 0; use 1 or more");
        }
        return whole;
    }

    private boolean isWeekly(TimingRepeatComponent repeat) {
        return unit(repeat) == UnitsOfTime.WK;
    }

    private UnitsOfTime unit(TimingRepeatComponent repeat) {
        UnitsOfTime unit = repeat.hasPeriodUnit() ? repeat.getPeriodUnit() : UnitsOfTime.D;
        return switch (unit) {
            case H, D, WK, MO -> unit;
            case S, MIN, A, NULL -> throw refuse("periodUnit", "is " + unit.toCode() + "; use h, d, wk or mo");
        };
    }

    private void refuseWhatIsNotFollowed(TimingRepeatComponent repeat) {
        refuseIf(repeat.hasOffset(), "offset", "use timeOfDay");
        refuseIf(repeat.hasPeriodMax(), "periodMax", "use period alone");
        refuseIf(repeat.hasCountMax(), "countMax", "use count alone");
        refuseIf(
                repeat.hasDuration() || repeat.hasDurationMax(),
                "duration",
                "leave it out; the worksheet says how many minutes it takes");
    }

    private void refuseIf(boolean present, String element, String remedy) {
        if (present) {
            throw refuse(element, "is not followed; " + remedy);
        }
    }

    private Refused refuse(String element, String message) {
        String where = expression + (element.equals("event") || element.equals("repeat") ? "" : ".repeat." + element);
        return new Refused(where, where + " " + message);
    }
}
