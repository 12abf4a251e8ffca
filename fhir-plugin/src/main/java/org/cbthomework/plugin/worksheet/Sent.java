package org.cbthomework.plugin.worksheet;

import java.util.List;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemAnswerComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;

/** The answers as they were sent, where the server has put its own value in their place. */
final class Sent {

    private static final String KEY = Sent.class.getName();

    private Sent() {}

    /** Puts the sent answers aside, and leaves the item without any. */
    static void putAside(QuestionnaireResponseItemComponent item) {
        item.setUserData(KEY, List.copyOf(item.getAnswer()));
        item.setAnswer(null);
    }

    @SuppressWarnings("unchecked")
    static List<QuestionnaireResponseItemAnswerComponent> answers(QuestionnaireResponseItemComponent item) {
        Object aside = item.getUserData(KEY);
        return aside == null ? item.getAnswer() : (List<QuestionnaireResponseItemAnswerComponent>) aside;
    }
}
