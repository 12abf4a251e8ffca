package org.cbthomework.plugin.worksheet;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Quantity;

/**
 * The units that a quantity may have, each a code in its system; nothing is converted.
 *
 * @param offered none if any unit will do
 */
record Units(Set<Options.Code> offered) {

    /** What is wrong with the unit, if anything. */
    Optional<String> breach(Quantity quantity) {
        boolean fits =
                offered.isEmpty() || offered.contains(new Options.Code(quantity.getSystem(), quantity.getCode()));
        return fits
                ? Optional.empty()
                : Optional.of("is in a unit that it does not offer; give one of them by its code");
    }

    /** Whether two quantities can be compared as they are: they have one unit, or one of them has none. */
    static boolean agree(Quantity one, Quantity other) {
        return !one.hasCode()
                || !other.hasCode()
                || (Objects.equals(one.getCode(), other.getCode())
                        && Objects.equals(one.getSystem(), other.getSystem()));
    }
}
