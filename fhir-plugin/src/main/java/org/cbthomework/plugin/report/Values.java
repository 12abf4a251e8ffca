package org.cbthomework.plugin.report;

import ca.uhn.fhir.model.api.TemporalPrecisionEnum;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.TimeZone;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Quantity;

/** Values as FHIR has them. */
final class Values {

    private static final String UCUM = "http://unitsofmeasure.org";

    private Values() {}

    static CodeableConcept concept(String system, String code) {
        CodeableConcept concept = new CodeableConcept();
        concept.addCoding().setSystem(system).setCode(code);
        return concept;
    }

    /** A moment as the clocks of a zone show it, to the second. */
    static DateTimeType moment(Instant moment, ZoneId zone) {
        return new DateTimeType(Date.from(moment), TemporalPrecisionEnum.SECOND, TimeZone.getTimeZone(zone));
    }

    static Quantity percent(BigDecimal value) {
        return new Quantity().setValue(value).setUnit("%").setSystem(UCUM).setCode("%");
    }

    /** Rounded to one decimal. */
    static Quantity percent(double value) {
        return percent(BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP));
    }
}
