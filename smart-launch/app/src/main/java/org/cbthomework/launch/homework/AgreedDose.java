package org.cbthomework.launch.homework;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Enumeration;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Timing;
import org.hl7.fhir.r4.model.Timing.TimingRepeatComponent;
import org.jspecify.annotations.Nullable;

/**
 * How often homework is to be done, as its order says it.
 *
 * @param isAsNeeded whether it is done when it happens
 * @param times in each period; null if no number was agreed
 * @param unit of the period: h, d, wk or mo
 * @param days on which; empty if on any
 * @param clock at what times; empty if at any
 * @param parts of the day, by FHIR's codes, as {@code EVE}; empty if at any time
 * @param moments how many single moments were agreed instead of a rhythm
 * @param count after how many times it is over; null if that was not agreed
 */
public record AgreedDose(
        boolean isAsNeeded,
        @Nullable Integer times,
        int every,
        String unit,
        List<DayOfWeek> days,
        List<LocalTime> clock,
        List<String> parts,
        int moments,
        @Nullable Integer count) {

    public AgreedDose {
        days = List.copyOf(days);
        clock = List.copyOf(clock);
        parts = List.copyOf(parts);
    }

    static AgreedDose of(ServiceRequest order) {
        Timing timing = order.getOccurrence() instanceof Timing told ? told : new Timing();
        TimingRepeatComponent repeat = timing.getRepeat();
        boolean isAsNeeded = isAsNeeded(order);
        boolean isNumberAgreed = !isAsNeeded || repeat.hasFrequency();
        return new AgreedDose(
                isAsNeeded,
                isNumberAgreed ? Integer.valueOf(repeat.hasFrequency() ? repeat.getFrequency() : 1) : null,
                repeat.hasPeriod()
                        ? Optional.of(repeat.getPeriod())
                                .map(BigDecimal::intValue)
                                .orElse(1)
                        : 1,
                repeat.hasPeriodUnit() ? repeat.getPeriodUnit().toCode() : "d",
                repeat.getDayOfWeek().stream().map(AgreedDose::day).sorted().toList(),
                repeat.getTimeOfDay().stream()
                        .map(PrimitiveType::getValueAsString)
                        .map(LocalTime::parse)
                        .sorted(Comparator.naturalOrder())
                        .toList(),
                repeat.getWhen().stream().map(Enumeration::getCode).toList(),
                timing.getEvent().size(),
                repeat.hasCount() ? Integer.valueOf(repeat.getCount()) : null);
    }

    /** Whether it is done when it happens. */
    public static boolean isAsNeeded(ServiceRequest order) {
        return order.hasAsNeededCodeableConcept()
                || (order.getAsNeeded() instanceof BooleanType asked && asked.booleanValue());
    }

    private static DayOfWeek day(Enumeration<Timing.DayOfWeek> day) {
        return DayOfWeek.of(
                List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun").indexOf(day.getCode()) + 1);
    }
}
