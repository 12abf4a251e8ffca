package org.cbthomework.launch.homework;

import java.util.Set;
import org.hl7.fhir.r4.model.QuestionnaireResponse;

/** The forms in which a patient says something about homework, rather than does it. */
public final class SmallForms {

    /** Whether it is right for the patient. */
    public static final String AGREEMENT = "https://w3id.org/cbt-homework/fhir/Questionnaire/homework-agreement";

    /** What makes it hard. */
    public static final String OBSTACLES = "https://w3id.org/cbt-homework/fhir/Questionnaire/homework-obstacles";

    public static final String VERSION = "1.0.0";

    private static final Set<String> ALL = Set.of(AGREEMENT, OBSTACLES);

    private SmallForms() {}

    /** Whether a response is to one of them, and so no homework done. */
    public static boolean answeredBy(QuestionnaireResponse response) {
        return ALL.contains(form(response));
    }

    /** Whether it says what makes homework hard. */
    static boolean isOnObstacles(QuestionnaireResponse response) {
        return OBSTACLES.equals(form(response));
    }

    private static String form(QuestionnaireResponse response) {
        return response.hasQuestionnaire() ? response.getQuestionnaire().split("\\|", 2)[0] : "";
    }
}
