package org.cbthomework.plugin.subset;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.Type;

/** Least and greatest, and how often. */
final class Ranges {

    private static final String LEAST = Placed.HL7 + "minValue";
    private static final String GREATEST = Placed.HL7 + "maxValue";
    private static final String FEWEST = Placed.HL7 + "questionnaire-minOccurs";
    private static final String MOST = Placed.HL7 + "questionnaire-maxOccurs";

    private Ranges() {}

    static void check(List<Placed> items, Reasons reasons) {
        items.forEach(placed -> {
            values(placed, reasons);
            occurrences(placed, reasons);
            if (placed.hasControl("slider")) {
                slider(placed, reasons);
            }
        });
    }

    private static void values(Placed placed, Reasons reasons) {
        for (String url : List.of(LEAST, GREATEST)) {
            placed.value(url)
                    .filter(value -> !fits(placed.type(), value.fhirType()))
                    .ifPresent(value -> reasons.add(
                            placed, "extension-value", "has a least or greatest value of another type; give its own"));
        }
        Optional<Integer> sign = placed.value(LEAST)
                .flatMap(least -> placed.value(GREATEST).flatMap(greatest -> compare(least, greatest)));
        if (sign.filter(each -> each > 0).isPresent()
                || isAbove(
                        placed,
                        Placed.HL7 + "minLength",
                        placed.item().hasMaxLength()
                                ? Optional.of(BigDecimal.valueOf(placed.item().getMaxLength()))
                                : Optional.empty())) {
            reasons.add(placed, "range", "has a least above its greatest; change one of them");
        }
    }

    private static boolean fits(String itemType, String type) {
        return itemType.equals(type) || ("decimal".equals(itemType) && "integer".equals(type));
    }

    private static Optional<Integer> compare(Type least, Type greatest) {
        if (least instanceof BaseDateTimeType first && greatest instanceof BaseDateTimeType second) {
            return Optional.of(first.getValue().compareTo(second.getValue()));
        }
        if ("time".equals(least.fhirType()) && "time".equals(greatest.fhirType())) {
            return Optional.of(least.primitiveValue().compareTo(greatest.primitiveValue()));
        }
        try {
            return Optional.of(
                    new BigDecimal(least.primitiveValue()).compareTo(new BigDecimal(greatest.primitiveValue())));
        } catch (NumberFormatException | NullPointerException e) {
            return Optional.empty();
        }
    }

    private static boolean isAbove(Placed placed, String url, Optional<BigDecimal> greatest) {
        return placed.number(url)
                .filter(least ->
                        greatest.filter(most -> least.compareTo(most) > 0).isPresent())
                .isPresent();
    }

    private static void occurrences(Placed placed, Reasons reasons) {
        Optional<BigDecimal> fewest = placed.number(FEWEST);
        Optional<BigDecimal> most = placed.number(MOST);
        if ((fewest.isPresent() || most.isPresent()) && !placed.item().getRepeats()) {
            reasons.add(placed, "occurrences", "has a number of occurrences and does not repeat; let it repeat");
        }
        if (fewest.isPresent() && !placed.item().getRequired()) {
            reasons.add(placed, "occurrences", "has a least number of answers and is not required; require it");
        }
        if (most.filter(each -> each.signum() <= 0).isPresent() || isAbove(placed, FEWEST, most)) {
            reasons.add(placed, "range", "has a least above its greatest; change one of them");
        }
    }

    private static void slider(Placed placed, Reasons reasons) {
        Optional<BigDecimal> least = placed.number(LEAST);
        Optional<BigDecimal> greatest = placed.number(GREATEST);
        if (least.isEmpty() || greatest.isEmpty()) {
            reasons.add(placed, "slider-range", "is a slider without minValue or maxValue; give both");
            return;
        }
        BigDecimal span = greatest.get().subtract(least.get());
        BigDecimal step =
                placed.number(Placed.HL7 + "questionnaire-sliderStepValue").orElse(BigDecimal.ONE);
        if (step.signum() <= 0 || step.compareTo(span) > 0) {
            reasons.add(placed, "slider-range", "is a slider whose step does not fit; take a smaller step");
        }
    }
}
