package org.cbthomework.plugin.assignment;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Period;
import java.time.temporal.TemporalAmount;
import org.cbthomework.plugin.refusal.Refused;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Type;

/** Lengths of time in FHIR: days and weeks are calendar days, minutes and hours elapsed time. */
final class Lengths {

    private Lengths() {}

    static TemporalAmount read(Type value, String expression) {
        if (!(value instanceof Quantity quantity) || !quantity.hasValue()) {
            throw new Refused(expression, expression + " has no length; give a Duration such as 12 h or 1 d");
        }
        long number = whole(quantity.getValue(), expression);
        String unit = quantity.hasCode() ? quantity.getCode() : String.valueOf(quantity.getUnit());
        return switch (unit) {
            case "min" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            case "d" -> Period.ofDays(Math.toIntExact(number));
            case "wk" -> Period.ofWeeks(Math.toIntExact(number));
            default ->
                throw new Refused(expression, expression + " is in '" + unit + "'; give its UCUM code min, h, d or wk");
        };
    }

    /** A number that must be whole and from 0 to 100,000. */
    static int whole(BigDecimal number, String expression) {
        try {
            int whole = number.intValueExact();
            if (whole >= 0 && whole <= 100_000) {
                return whole;
            }
        } catch (ArithmeticException fraction) {
            // told below
        }
        throw new Refused(
                expression, expression + " is " + number.toPlainString() + "; give a whole number from 0 to 100000");
    }
}
