package org.cbthomework.plugin.response;

import org.cbthomework.plugin.Fixture;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;

/** The response that the tests of this package change. */
final class Responding {

    private Responding() {}

    static QuestionnaireResponse response() {
        return Fixture.read(Responding.class, "response", QuestionnaireResponse.class);
    }

    static QuestionnaireResponse response(QuestionnaireResponseStatus status) {
        return response().setStatus(status);
    }
}
