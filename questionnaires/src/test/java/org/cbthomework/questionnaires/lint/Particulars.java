package org.cbthomework.questionnaires.lint;

import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Questionnaire;

/** A worksheet says its kind, its minutes, the patient's title and, if the wording is ours, both reading levels. */
record Particulars() implements Lint<Questionnaire> {

    @Override
    public List<String> complaints(Questionnaire worksheet) {
        Stream<String> extensions = Stream.of("patient-title", "estimated-minutes")
                .filter(id -> !worksheet.hasExtension(Own.extension(id)))
                .map(id -> "has no " + id);
        Stream<String> kind =
                Own.kinds(worksheet).count() == 1 ? Stream.empty() : Stream.of("has not exactly one kind");
        Stream<String> levels = Own.isStandardMeasure(worksheet)
                ? Stream.empty()
                : Stream.of("en", "es")
                        .filter(language -> worksheet.getExtensionsByUrl(Own.extension("reading-level")).stream()
                                .noneMatch(level -> language.equals(level.getExtensionByUrl("language")
                                        .getValue()
                                        .primitiveValue())))
                        .map(language -> "has no reading-level for " + language);
        return Stream.of(extensions, kind, levels)
                .flatMap(complaints -> complaints)
                .toList();
    }
}
