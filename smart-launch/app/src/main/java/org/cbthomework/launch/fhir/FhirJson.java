package org.cbthomework.launch.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.StrictErrorHandler;
import org.cbthomework.launch.homework.HomeworkRefused;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/** FHIR as JSON, for pages that speak it. */
public final class FhirJson {

    private static final int UNPROCESSABLE = 422;

    private final FhirContext fhir;

    public FhirJson(FhirContext fhir) {
        this.fhir = fhir;
    }

    public String write(Resource resource) {
        return fhir.newJsonParser().encodeResourceToString(resource);
    }

    /**
     * Reads what a page sends.
     *
     * @throws HomeworkRefused with 422 if it is no QuestionnaireResponse with a status, or has what FHIR does not know
     */
    public QuestionnaireResponse readResponse(String json) {
        try {
            QuestionnaireResponse sent = fhir.newJsonParser()
                    .setParserErrorHandler(new StrictErrorHandler())
                    .parseResource(QuestionnaireResponse.class, json);
            if (sent.hasStatus()) {
                return sent;
            }
        } catch (DataFormatException | ClassCastException unreadable) {
            throw unreadable(unreadable);
        }
        throw unreadable(null);
    }

    private static HomeworkRefused unreadable(@Nullable Exception cause) {
        return new HomeworkRefused(UNPROCESSABLE, "refusal.homework.no-response", cause);
    }
}
