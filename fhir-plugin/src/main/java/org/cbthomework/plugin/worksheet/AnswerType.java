package org.cbthomework.plugin.worksheet;

import java.util.Set;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemType;

/** Which data types answer which type of question (FHIR R4, Questionnaire.item.type). */
final class AnswerType {

    private AnswerType() {}

    /** The names of the FHIR types that a question of this type takes. */
    static Set<String> of(QuestionnaireItemType type) {
        return switch (type) {
            case BOOLEAN -> Set.of("boolean");
            case DECIMAL -> Set.of("decimal");
            case INTEGER -> Set.of("integer");
            case DATE -> Set.of("date");
            case DATETIME -> Set.of("dateTime");
            case TIME -> Set.of("time");
            case STRING, TEXT -> Set.of("string");
            case URL -> Set.of("uri");
            case CHOICE -> Set.of("Coding", "date", "integer", "string", "time");
            case OPENCHOICE -> Set.of("Coding", "string", "date", "integer", "time");
            case ATTACHMENT -> Set.of("Attachment");
            case REFERENCE -> Set.of("Reference");
            case QUANTITY -> Set.of("Quantity");
            case GROUP, DISPLAY, QUESTION, NULL -> Set.of();
        };
    }
}
