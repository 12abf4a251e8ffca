package org.cbthomework.questionnaires.lint;

import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Questionnaire;

/** Whatever the patient sees is there in Spanish; the verbatim text of a measure is not, until it is the published one. */
record Translated() implements Lint<Questionnaire> {

    @Override
    public List<String> complaints(Questionnaire worksheet) {
        return PatientText.of(worksheet).flatMap(Translated::complaint).toList();
    }

    private static Stream<String> complaint(PatientText text) {
        boolean translated =
                text.spanish().filter(spanish -> !spanish.isBlank()).isPresent();
        if (text.instrument() && translated) {
            return Stream.of(text.where() + " is verbatim text of a measure and has a translation of its own");
        }
        if (!text.instrument() && !translated) {
            return Stream.of(text.where() + " has no Spanish");
        }
        return Stream.empty();
    }
}
