package org.cbthomework.plugin.worksheet;

import ca.uhn.fhir.validation.SingleValidationMessage;
import java.util.List;
import java.util.stream.Stream;
import org.cbthomework.plugin.refusal.Problem;
import org.cbthomework.plugin.worksheet.Shelf.Filed;
import org.cbthomework.questionnaires.ParsedLibrary;
import org.hl7.fhir.r4.model.QuestionnaireResponse;

/** What we and HAPI's validator say of one response. */
record Verdicts(String name, QuestionnaireResponse response, List<Problem> ours, List<SingleValidationMessage> theirs) {

    /** The response as a server would receive it. */
    static Verdicts on(String name, QuestionnaireResponse response) {
        String json = ParsedLibrary.R4.newJsonParser().encodeResourceToString(response);
        QuestionnaireResponse received = (QuestionnaireResponse) ParsedLibrary.parse(json);
        return new Verdicts(name, received, Shelf.worksheet(received).problems(received), Oracle.errors(received));
    }

    /**
     * Of all of them, in their order; on every core, because the validator is slow. Not a method of a test that keeps the
     * verdicts in a constant: the other threads would wait for its class, which waits for them.
     */
    static List<Verdicts> on(Stream<Filed> responses) {
        return responses.toList().parallelStream()
                .map(each -> on(each.name(), each.response()))
                .toList();
    }

    /** Whether both refuse or both accept, once the differences on purpose are set aside. */
    boolean agree() {
        boolean weRefuse =
                ours.stream().anyMatch(each -> Stream.of(Difference.values()).noneMatch(known -> known.covers(each)));
        boolean theyRefuse = !Difference.without(theirs).isEmpty();
        return weRefuse == theyRefuse;
    }

    boolean meets(Difference difference) {
        return ours.stream().anyMatch(difference::covers) || theirs.stream().anyMatch(difference::covers);
    }

    @Override
    public String toString() {
        return name + ": we say " + ours + ", the validator says " + theirs;
    }
}
