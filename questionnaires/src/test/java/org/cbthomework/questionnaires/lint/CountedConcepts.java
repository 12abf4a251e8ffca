package org.cbthomework.questionnaires.lint;

import java.util.List;
import org.hl7.fhir.r4.model.CodeSystem;

/** A code system counts its own concepts. */
record CountedConcepts() implements Lint<CodeSystem> {

    @Override
    public List<String> complaints(CodeSystem system) {
        int concepts = system.getConcept().size();
        return system.getCount() == concepts
                ? List.of()
                : List.of("says %d concepts and has %d".formatted(system.getCount(), concepts));
    }
}
