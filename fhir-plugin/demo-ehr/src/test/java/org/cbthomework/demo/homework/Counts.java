package org.cbthomework.demo.homework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Observation;

/** The counts of an adherence Observation, by the code of the component. */
public record Counts(Observation observation) {

    public static List<Counts> all(Bundle report) {
        return report.getEntry().stream()
                .map(entry -> new Counts((Observation) entry.getResource()))
                .toList();
    }

    public static Counts only(Bundle report) {
        assertThat(all(report)).hasSize(1);
        return all(report).get(0);
    }

    public int of(String code) {
        return observation.getComponent().stream()
                .filter(part -> part.getCode().getCodingFirstRep().getCode().equals(code))
                .map(part -> ((IntegerType) part.getValue()).getValue())
                .findFirst()
                .orElseThrow(() -> new AssertionError("No component " + code));
    }

    /** Done of due, as in {@code 3 of 7}. */
    public String done() {
        return of("occasions-done") + " of " + of("occasions-due");
    }
}
