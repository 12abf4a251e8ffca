package org.cbthomework.plugin.report;

import ca.uhn.fhir.model.api.TemporalPrecisionEnum;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.jspecify.annotations.Nullable;

/** What somebody asks of {@code $homework-adherence}, as it came in; all of it may be left out. */
record Question(
        @Nullable DateType start,
        @Nullable DateType end,
        @Nullable DateTimeType asOf,
        @Nullable BooleanType occasions,
        @Nullable BooleanType weeks,
        @Nullable BooleanType aggregate) {

    /**
     * The days asked about.
     *
     * @throws UnusableQuestion if they are no days, or end before they start
     */
    Days days() {
        Days days = new Days(day("start", start), day("end", end));
        boolean backwards = days.start()
                .filter(first -> days.end().filter(last -> last.isBefore(first)).isPresent())
                .isPresent();
        if (backwards) {
            throw new UnusableQuestion("The parameter end is " + days.end().orElseThrow() + ", before start, which is "
                    + days.start().orElseThrow() + "; give an end on or after the start");
        }
        return days;
    }

    /**
     * The moment asked about, now by default.
     *
     * @throws UnusableQuestion if it is no moment
     */
    Instant moment(Clock clock) {
        if (asOf == null || asOf.isEmpty()) {
            return clock.instant();
        }
        if (!asOf.getValueAsString().matches(".+T\\d\\d:\\d\\d:\\d\\d.*(Z|[+-]\\d\\d:\\d\\d)")) {
            throw new UnusableQuestion("The parameter asOf is " + asOf.getValueAsString()
                    + ", which is no moment; give date, time and offset, as in 2026-11-23T14:00:00+01:00");
        }
        return asOf.getValue().toInstant();
    }

    boolean wantsOccasions() {
        return isTrue(occasions);
    }

    boolean wantsWeeks() {
        return isTrue(weeks);
    }

    boolean wantsAggregate() {
        return isTrue(aggregate);
    }

    private static boolean isTrue(@Nullable BooleanType asked) {
        return asked != null && asked.booleanValue();
    }

    private static Optional<LocalDate> day(String name, @Nullable DateType value) {
        if (value == null || value.isEmpty()) {
            return Optional.empty();
        }
        if (value.getPrecision() != TemporalPrecisionEnum.DAY) {
            throw new UnusableQuestion("The parameter " + name + " is " + value.getValueAsString()
                    + ", which is no day; give one, as in 2026-11-23");
        }
        return Optional.of(LocalDate.parse(value.getValueAsString()));
    }
}
