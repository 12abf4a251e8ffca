package org.cbthomework.plugin.assignment;

import ca.uhn.fhir.model.api.TemporalPrecisionEnum;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.regex.Pattern;
import org.cbthomework.plugin.refusal.Refused;
import org.hl7.fhir.r4.model.BaseDateTimeType;

/** FHIR dates and times on the time line: what names a day only is read in the patient's zone. */
final class Moments {

    private static final Pattern OFFSET = Pattern.compile("(Z|[+-]\\d\\d:\\d\\d)$");

    private Moments() {}

    /** The moment, or the start of the day (inclusive). */
    static Instant start(BaseDateTimeType value, ZoneId zone, String expression) {
        return isDay(value, expression) ? day(value).atStartOfDay(zone).toInstant() : moment(value, expression);
    }

    /** The moment, or the end of the day (exclusive): a day that is named as an end is part of it. */
    static Instant end(BaseDateTimeType value, ZoneId zone, String expression) {
        return isDay(value, expression)
                ? day(value).plusDays(1).atStartOfDay(zone).toInstant()
                : moment(value, expression);
    }

    /** The local date and time in the zone. */
    static LocalDateTime local(BaseDateTimeType value, ZoneId zone, String expression) {
        if (isDay(value, expression)) {
            throw new Refused(
                    expression,
                    expression + " is " + value.getValueAsString()
                            + ", which names no time of day; add one, with its offset");
        }
        return LocalDateTime.ofInstant(moment(value, expression), zone);
    }

    /** Without an offset the moment would depend on where the server stands. */
    private static Instant moment(BaseDateTimeType value, String expression) {
        if (!hasOffset(value)) {
            throw new Refused(
                    expression,
                    expression + " is " + value.getValueAsString() + ", which has no offset; add one, such as +01:00");
        }
        return value.getValue().toInstant();
    }

    /** Whether it can be read here: a time without an offset would depend on where the server stands, a month names no day. */
    static boolean namesADay(BaseDateTimeType value) {
        return value.getPrecision() == TemporalPrecisionEnum.DAY || hasOffset(value);
    }

    static boolean hasOffset(BaseDateTimeType value) {
        return OFFSET.matcher(value.getValueAsString()).find();
    }

    private static boolean isDay(BaseDateTimeType value, String expression) {
        if (!value.hasValue()) {
            throw new Refused(expression, expression + " is not given; name a day, or a moment with its offset");
        }
        TemporalPrecisionEnum precision = value.getPrecision();
        if (precision == TemporalPrecisionEnum.YEAR || precision == TemporalPrecisionEnum.MONTH) {
            throw new Refused(
                    expression, expression + " is " + value.getValueAsString() + ", which names no day; add one");
        }
        return precision == TemporalPrecisionEnum.DAY;
    }

    private static LocalDate day(BaseDateTimeType value) {
        return LocalDate.parse(value.getValueAsString());
    }
}
