package org.cbthomework.questionnaires;

import java.util.List;
import org.hl7.fhir.r4.model.Questionnaire;

/** The forms that together use everything a worksheet may use; not part of the library. */
public final class Forms {

    private static final List<Questionnaire> ALL = files().stream()
            .map(Fixture::resource)
            .map(Questionnaire.class::cast)
            .toList();

    private Forms() {}

    public static List<Fixture> files() {
        return Fixture.in("forms").stream()
                .filter(file -> file.name().startsWith("Questionnaire-"))
                .toList();
    }

    public static List<Questionnaire> all() {
        return ALL;
    }
}
