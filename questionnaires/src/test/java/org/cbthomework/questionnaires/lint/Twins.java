package org.cbthomework.questionnaires.lint;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.cbthomework.questionnaires.ParsedLibrary;
import org.hl7.fhir.r4.model.ActivityDefinition;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Questionnaire;

/** A worksheet, but for feedback, has an ActivityDefinition with its id, title, purpose, minutes and contexts, which depends on it. */
record Twins(List<ActivityDefinition> activities) implements Lint<Questionnaire> {

    Twins() {
        this(ParsedLibrary.all(ActivityDefinition.class));
    }

    @Override
    public List<String> complaints(Questionnaire worksheet) {
        return activities.stream()
                .filter(activity -> activity.getIdElement()
                        .getIdPart()
                        .equals(worksheet.getIdElement().getIdPart()))
                .findFirst()
                .map(activity -> differences(worksheet, activity))
                .orElse(Own.isFeedback(worksheet) ? List.of() : List.of("has no ActivityDefinition"));
    }

    private static List<String> differences(Questionnaire worksheet, ActivityDefinition activity) {
        Map<String, Boolean> same = Map.of(
                "title", worksheet.getTitleElement().equalsDeep(activity.getTitleElement()),
                "purpose", worksheet.getPurposeElement().equalsDeep(activity.getPurposeElement()),
                "useContext", Base.compareDeep(worksheet.getUseContext(), activity.getUseContext(), false),
                "estimated-minutes", Objects.equals(minutes(worksheet), minutes(activity)),
                "relatedArtifact", dependsOn(activity, worksheet.getUrl() + "|" + worksheet.getVersion()));
        return same.entrySet().stream()
                .filter(aspect -> !aspect.getValue())
                .map(aspect -> aspect.getKey() + " differs from the ActivityDefinition's")
                .toList();
    }

    private static String minutes(DomainResource resource) {
        return resource.getExtensionString(Own.extension("estimated-minutes"));
    }

    private static boolean dependsOn(ActivityDefinition activity, String canonical) {
        return activity.getRelatedArtifact().stream()
                .anyMatch(artifact -> canonical.equals(artifact.getResource())
                        && "depends-on".equals(artifact.getType().toCode()));
    }
}
