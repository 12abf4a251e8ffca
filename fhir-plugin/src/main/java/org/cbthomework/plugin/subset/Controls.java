package org.cbthomework.plugin.subset;

import java.util.List;
import java.util.Optional;
import org.cbthomework.plugin.subset.list.SubsetList;
import org.cbthomework.plugin.subset.list.SubsetList.Control;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Extension;

/** How items are shown. */
final class Controls {

    private final SubsetList list;
    private final Reasons reasons;

    Controls(SubsetList list, Reasons reasons) {
        this.list = list;
        this.reasons = reasons;
    }

    void check(List<Placed> items) {
        items.forEach(placed -> placed.item()
                .getExtensionsByUrl(Placed.HL7 + "questionnaire-itemControl")
                .forEach(each -> check(placed, each)));
    }

    private void check(Placed placed, Extension control) {
        List<Coding> codings = control.getValue() instanceof CodeableConcept concept ? concept.getCoding() : List.of();
        Optional<Control> known =
                codings.stream().flatMap(each -> listed(each).stream()).findFirst();
        if (known.isEmpty()) {
            String code =
                    codings.isEmpty() ? "none" : String.valueOf(codings.get(0).getCode());
            reasons.add(placed, "item-control", "has the control '" + code + "', which is not rendered; use another");
        } else if (!known.get().types().contains(placed.type())) {
            reasons.add(
                    placed,
                    "item-control",
                    "has the control '" + known.get().code() + "', which is not for the type " + placed.type()
                            + "; use another");
        }
    }

    private Optional<Control> listed(Coding coding) {
        return list.itemControls().stream()
                .filter(each ->
                        each.system().equals(coding.getSystem()) && each.code().equals(coding.getCode()))
                .findFirst();
    }
}
