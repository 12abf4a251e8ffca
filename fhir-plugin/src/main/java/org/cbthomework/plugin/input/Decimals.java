package org.cbthomework.plugin.input;

import java.util.function.Consumer;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Property;

/** Finds the decimals of a resource and of all it contains, a Bundle's resources too: HAPI's own search passes those by. */
record Decimals(Consumer<DecimalType> use) {

    void in(Base element) {
        if (element instanceof DecimalType decimal) {
            use.accept(decimal);
        }
        for (Property property : element.children()) {
            for (Base value : property.getValues()) {
                if (value != null) {
                    in(value);
                }
            }
        }
    }
}
