package org.cbthomework.demo.patients;

import java.time.OffsetDateTime;
import java.util.List;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;

/** A worksheet of the library, and made-up answers to it. */
interface Worksheet {

    /** The id of its Questionnaire and of its ActivityDefinition. */
    String id();

    /** Why it is given, in a sentence. */
    String rationale();

    /** What the patient is asked to do, in a sentence. */
    String instruction();

    /**
     * Complete answers, all invented.
     *
     * @param progress how far the patient has come, from 0 (the first session) to 1 (twelve weeks): what hurts grows less
     */
    List<QuestionnaireResponseItemComponent> answers(OffsetDateTime authored, double progress, Chance chance);

    /** The canonical of its Questionnaire or ActivityDefinition. */
    default String canonical(String type) {
        return "https://w3id.org/cbt-homework/fhir/" + type + "/" + id() + "|1.0.0";
    }
}
