package org.cbthomework.demo.authorization;

import java.util.Locale;
import java.util.Map;

/** What the resource types are called outside of FHIR. */
final class Kinds {

    private static final Map<String, String> WORDS = Map.of(
            "Patient", "name and contact details",
            "Practitioner", "names of staff",
            "QuestionnaireResponse", "answers to worksheets",
            "Questionnaire", "worksheets",
            "ServiceRequest", "assigned homework",
            "Task", "what is due and what was done",
            "Observation", "measurements and adherence",
            "CarePlan", "treatment plans",
            "Goal", "goals",
            "Encounter", "sessions");

    private Kinds() {}

    /** Where there is no better word, the type's own, apart. */
    static String inWords(String type) {
        return WORDS.getOrDefault(
                type, type.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT));
    }
}
