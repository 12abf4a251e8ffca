package org.cbthomework.launch.changing;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Timing;
import org.hl7.fhir.r4.model.Timing.TimingRepeatComponent;
import org.hl7.fhir.r4.model.Timing.UnitsOfTime;
import org.jspecify.annotations.Nullable;

/** How often homework is to be done, as a form can say it. */
public sealed interface NewDose {

    /** On whichever days of a week, 1 to 21 times. */
    record TimesAWeek(int times) implements NewDose {}

    /**
     * On certain days of each week.
     *
     * @param days at least one
     * @param time null if at any time of the day
     */
    record OnDays(List<DayOfWeek> days, @Nullable LocalTime time) implements NewDose {
        public OnDays {
            days = List.copyOf(days);
        }
    }

    /** Whenever it happens, without a number. */
    record WhenItHappens() implements NewDose {}

    /** Writes it into an order, in place of what was there; the bounds are for others to write. */
    default void into(ServiceRequest order) {
        TimingRepeatComponent repeat = new TimingRepeatComponent();
        order.setAsNeeded(null);
        if (this instanceof TimesAWeek quota) {
            repeat.setFrequency(quota.times()).setPeriod(1).setPeriodUnit(UnitsOfTime.WK);
        } else if (this instanceof OnDays on) {
            repeat.setPeriod(1).setPeriodUnit(UnitsOfTime.WK);
            on.days()
                    .forEach(day -> repeat.addDayOfWeek(
                            Timing.DayOfWeek.fromCode(day.name().substring(0, 3).toLowerCase(Locale.ROOT))));
            if (on.time() != null) {
                repeat.addTimeOfDay(on.time() + ":00");
            }
        } else {
            order.setAsNeeded(new BooleanType(true));
        }
        order.setOccurrence(new Timing().setRepeat(repeat));
    }
}
