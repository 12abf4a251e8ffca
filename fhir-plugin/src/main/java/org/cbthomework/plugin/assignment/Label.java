package org.cbthomework.plugin.assignment;

import java.util.LinkedHashSet;
import java.util.Set;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Meta;

/** A security label of an assignment that what follows from it inherits: its confidentiality, or that it is sensitive. */
public record Label(String system, String code) {

    private static final Set<String> INHERITED = Set.of(
            "http://terminology.hl7.org/CodeSystem/v3-Confidentiality",
            "http://terminology.hl7.org/CodeSystem/v3-ActCode");

    static Set<Label> of(Meta meta) {
        Set<Label> labels = new LinkedHashSet<>();
        for (Coding label : meta.getSecurity()) {
            if (isInherited(label)) {
                labels.add(new Label(label.getSystem(), label.getCode()));
            }
        }
        return labels;
    }

    static boolean isInherited(Coding label) {
        return label.hasCode() && INHERITED.contains(label.getSystem());
    }

    /** Puts it on what follows from the assignment. */
    public void putOn(Meta meta) {
        meta.addSecurity().setSystem(system).setCode(code);
    }
}
