package org.cbthomework.plugin.subset;

import java.util.List;
import java.util.Optional;
import org.cbthomework.plugin.subset.list.SubsetList;
import org.cbthomework.plugin.subset.list.SubsetList.Rendered;
import org.hl7.fhir.r4.model.BackboneElement;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Element;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemAnswerOptionComponent;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.ValueSet.ConceptReferenceComponent;

/** Every extension, wherever it stands. */
final class Extensions {

    private final SubsetList list;
    private final Reasons reasons;

    /** An element on the way, the item around it, and its path. */
    private record At(String linkId, String itemType, String path) {

        At in(String step) {
            return new At(linkId, itemType, path + "." + step);
        }
    }

    Extensions(SubsetList list, Reasons reasons) {
        this.list = list;
        this.reasons = reasons;
    }

    void check(Questionnaire questionnaire) {
        if (questionnaire.hasImplicitRules()) {
            reasons.add("", "Questionnaire", "modifier-extension", "has implicitRules; take them out");
        }
        over(questionnaire, new At("", "", "Questionnaire"));
    }

    private void over(Base element, At at) {
        At here = element instanceof QuestionnaireItemComponent item
                ? new At(item.hasLinkId() ? item.getLinkId() : "", code(item), at.path())
                : at;
        boolean isModified = (element instanceof DomainResource resource && resource.hasModifierExtension())
                || (element instanceof BackboneElement backbone && backbone.hasModifierExtension());
        if (isModified) {
            reasons.add(
                    here.linkId(),
                    here.path(),
                    "modifier-extension",
                    "has a modifier extension, which may change its meaning; say it without");
        }
        extensions(element).forEach(each -> check(each, element, here));
        for (Property property : element.children()) {
            String name = property.getName().replace("[x]", "");
            if ("extension".equals(name)
                    || "modifierExtension".equals(name)
                    || ("text".equals(name) && at.path().equals("Questionnaire"))) {
                continue;
            }
            List<Base> values = property.getValues();
            for (int i = 0; i < values.size(); i++) {
                over(values.get(i), here.in(property.isList() ? name + "[" + i + "]" : name));
            }
        }
    }

    private void check(Extension extension, Base on, At at) {
        String url = String.valueOf(extension.getUrl());
        Optional<Rendered> rendered = list.rendered(url);
        if (rendered.isEmpty()) {
            if (!list.ignored().contains(url)) {
                reasons.add(
                        at.linkId(),
                        at.path(),
                        "extension",
                        "has the extension " + url + ", which is not rendered; take it out");
            }
            return;
        }
        if (!rendered.get().on().contains(place(on))) {
            reasons.add(
                    at.linkId(),
                    at.path(),
                    "extension-place",
                    "has the extension " + url + " where it is not rendered; move it");
        } else if (!at.itemType().isEmpty() && !rendered.get().isFor(at.itemType())) {
            reasons.add(
                    at.linkId(),
                    at.path(),
                    "extension-place",
                    "has the extension " + url + ", which is not for the type " + at.itemType() + "; take it out");
        }
        String value = extension.hasValue() ? extension.getValue().fhirType() : "parts";
        if (!rendered.get().value().contains(value)) {
            reasons.add(
                    at.linkId(),
                    at.path(),
                    "extension-value",
                    "has the extension " + url + " with a value of type " + value + "; give it one of "
                            + String.join(
                                    ", ",
                                    rendered.get().value().stream().sorted().toList()));
        }
        if (extension.hasValue()) {
            over(extension.getValue(), at.in("extension('" + url + "').value"));
        }
    }

    private static List<Extension> extensions(Base element) {
        if (element instanceof DomainResource resource) {
            return resource.getExtension();
        }
        return element instanceof Element part ? part.getExtension() : List.of();
    }

    private static String place(Base on) {
        if (on instanceof QuestionnaireItemComponent) {
            return "Questionnaire.item";
        }
        if (on instanceof QuestionnaireItemAnswerOptionComponent) {
            return "Questionnaire.item.answerOption";
        }
        if (on instanceof ConceptReferenceComponent) {
            return "ValueSet.compose.include.concept";
        }
        if (on instanceof Coding || on instanceof Questionnaire) {
            return on.fhirType();
        }
        return on instanceof StringType ? "string" : on.fhirType();
    }

    private static String code(QuestionnaireItemComponent item) {
        return item.getType() == null ? "" : item.getType().toCode();
    }
}
