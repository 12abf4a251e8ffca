package org.cbthomework.plugin.report;

import static java.util.stream.Collectors.toMap;

import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import java.util.List;
import java.util.Map;
import org.cbthomework.plugin.OfflineValidator;
import org.cbthomework.questionnaires.ParsedLibrary;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationComponentComponent;
import org.hl7.fhir.r4.model.Range;

/** What stands in a written Observation. */
final class Written {

    private static final FhirValidator VALIDATOR = OfflineValidator.knowing(List.of());

    private Written() {}

    static List<String> errors(Observation observation) {
        return VALIDATOR
                .validateWithResult(ParsedLibrary.R4.newJsonParser().encodeResourceToString(observation))
                .getMessages()
                .stream()
                .filter(message -> message.getSeverity().compareTo(ResultSeverityEnum.ERROR) >= 0)
                .map(message -> message.getMessage())
                .toList();
    }

    static Map<String, Integer> counts(Observation observation) {
        return observation.getComponent().stream()
                .filter(part -> part.getValue() instanceof IntegerType)
                .collect(toMap(Written::code, part -> part.getValueIntegerType().getValue()));
    }

    static String interval(Observation observation, String code) {
        Range range = part(observation, code).getValueRange();
        return range.getLow().getValue() + " to " + range.getHigh().getValue();
    }

    static ObservationComponentComponent part(Observation observation, String code) {
        return observation.getComponent().stream()
                .filter(part -> code.equals(code(part)))
                .findFirst()
                .orElseThrow();
    }

    /** Its time, from the start to the end. */
    static String period(Observation observation) {
        return observation.getEffectivePeriod().getStartElement().getValueAsString() + " to "
                + observation.getEffectivePeriod().getEndElement().getValueAsString();
    }

    static String text(Observation observation) {
        return observation.getText().getDiv().allText();
    }

    private static String code(ObservationComponentComponent part) {
        return part.getCode().getCodingFirstRep().getCode();
    }
}
