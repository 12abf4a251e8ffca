package org.cbthomework.plugin.worksheet;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.ValueSet;
import org.hl7.fhir.r4.model.ValueSet.ValueSetExpansionContainsComponent;

/** The value sets that a Questionnaire contains and that list their codes. */
final class ValueSets {

    private final Map<String, Set<Options.Code>> contained = new HashMap<>();

    ValueSets(Questionnaire questionnaire) {
        questionnaire.getContained().stream()
                .filter(ValueSet.class::isInstance)
                .map(ValueSet.class::cast)
                .filter(ValueSets::listsItsCodes)
                .forEach(each ->
                        contained.put("#" + each.getIdElement().getIdPart().replace("#", ""), codes(each)));
    }

    /** The codes of a contained value set; empty if it lies elsewhere, where only a terminology server could tell. */
    Optional<Set<Options.Code>> codes(String reference) {
        return Optional.ofNullable(contained.get(reference));
    }

    private static boolean listsItsCodes(ValueSet valueSet) {
        if (valueSet.hasExpansion()) {
            return true;
        }
        return valueSet.hasCompose()
                && !valueSet.getCompose().hasExclude()
                && valueSet.getCompose().getInclude().stream()
                        .allMatch(include -> include.hasConcept() && !include.hasValueSet());
    }

    private static Set<Options.Code> codes(ValueSet valueSet) {
        Set<Options.Code> codes = new HashSet<>();
        if (valueSet.hasExpansion()) {
            add(valueSet.getExpansion().getContains(), codes);
            return codes;
        }
        valueSet.getCompose()
                .getInclude()
                .forEach(include -> include.getConcept()
                        .forEach(concept -> codes.add(new Options.Code(include.getSystem(), concept.getCode()))));
        return codes;
    }

    private static void add(List<ValueSetExpansionContainsComponent> contains, Set<Options.Code> codes) {
        contains.forEach(each -> {
            if (!each.getAbstract()) {
                codes.add(new Options.Code(each.getSystem(), each.getCode()));
            }
            add(each.getContains(), codes);
        });
    }
}
