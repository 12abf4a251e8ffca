package org.cbthomework.plugin.rebuild;

import java.util.List;
import java.util.Optional;
import org.cbthomework.adherence.Submission.State;
import org.cbthomework.plugin.ledger.ResponseRow;
import org.cbthomework.plugin.ledger.Responses;
import org.cbthomework.plugin.response.RecognizingResponses;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.QuestionnaireResponse;

/** What was handed in. */
final class ResponsesPart implements Part {

    private static final String TYPE = "QuestionnaireResponse";

    private final RecognizingResponses recognizing;
    private final Responses responses;

    ResponsesPart(RecognizingResponses recognizing, Responses responses) {
        this.recognizing = recognizing;
        this.responses = responses;
    }

    @Override
    public List<String> types() {
        return List.of(TYPE);
    }

    @Override
    public List<String> held() {
        return responses.ids().stream().map(id -> TYPE + "/" + id).toList();
    }

    /** Of a response that was withdrawn a void row is left: it says no more than none. */
    @Override
    public Comparison compare(String name, Optional<IBaseResource> resource) {
        String id = name.substring(TYPE.length() + 1);
        Optional<ResponseRow> said =
                resource.map(QuestionnaireResponse.class::cast).flatMap(recognizing::read);
        Optional<ResponseRow> held = responses.find(id);
        boolean isSame = said.isPresent()
                ? said.equals(held)
                : held.filter(ResponsesPart::isHeld).isEmpty();
        return new Comparison(
                said.isPresent() ? 1 : 0,
                isSame,
                () -> said.ifPresentOrElse(responses::record, () -> responses.withdraw(id)));
    }

    private static boolean isHeld(ResponseRow row) {
        return row.submission().state() != State.VOIDED;
    }
}
