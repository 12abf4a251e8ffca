package org.cbthomework.launch.worksheet;

import java.util.Optional;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;

/**
 * A worksheet that is open for one purpose.
 *
 * @param answers what was answered so far; empty if nothing was
 */
public record OpenWorksheet(Purpose purpose, Questionnaire worksheet, Optional<QuestionnaireResponse> answers) {

    /** Whether it was handed in already; what is sent after that amends it. */
    public boolean isHandedIn() {
        return answers.filter(each -> each.getStatus() != QuestionnaireResponseStatus.INPROGRESS)
                .isPresent();
    }
}
