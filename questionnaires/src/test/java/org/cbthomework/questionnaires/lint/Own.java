package org.cbthomework.questionnaires.lint;

import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Questionnaire;

/** The project's own canonical base, and what follows from a worksheet's kind. */
final class Own {

    static final String BASE = "https://w3id.org/cbt-homework/fhir/";
    static final String KINDS = BASE + "CodeSystem/worksheet-kind";

    private Own() {}

    static String extension(String id) {
        return BASE + "StructureDefinition/" + id;
    }

    /** Whether the wording belongs to somebody else and is never touched. */
    static boolean isStandardMeasure(Questionnaire worksheet) {
        return kinds(worksheet).anyMatch("standard-measure"::equals);
    }

    /** Whether something is said about homework in it: it is never assigned itself. */
    static boolean isFeedback(Questionnaire worksheet) {
        return kinds(worksheet).anyMatch("feedback"::equals);
    }

    static Stream<String> kinds(Questionnaire worksheet) {
        return worksheet.getUseContext().stream()
                .filter(context -> context.hasValueCodeableConcept())
                .flatMap(context -> context.getValueCodeableConcept().getCoding().stream())
                .filter(coding -> KINDS.equals(coding.getSystem()))
                .map(Coding::getCode);
    }
}
