package org.cbthomework.demo.reliability;

import org.cbthomework.demo.homework.Case;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.QuestionnaireResponse;

/**
 * What a response says: all by which one version of it differs from another.
 *
 * @param order the id of the ServiceRequest that it answers
 * @param day the day of March 2026 whose evening it is about
 * @param status the code of its status
 * @param peak the answer
 */
record Entry(String order, int day, String status, int peak) {

    /** As a server has it. */
    static Entry of(QuestionnaireResponse response) {
        String basedOn = response.getBasedOnFirstRep().getReference();
        return new Entry(
                basedOn.substring(basedOn.indexOf('/') + 1),
                Integer.parseInt(
                        response.getAuthoredElement().getValueAsString().substring(8, 10)),
                response.getStatus().toCode(),
                ((IntegerType) response.getItem().get(1).getAnswerFirstRep().getValue()).getValue());
    }

    /** The same, with another answer. */
    Entry amended(int another) {
        return new Entry(order, day, "amended", another);
    }

    /** As a client sends it: it names its evening, so that a second one is no other evening's. */
    String json(String id, String patient) {
        String response = Case.fixture("response")
                .with("id", id)
                .with("basedOn", "ServiceRequest/" + order)
                .with("status", status)
                .with("patient", patient)
                .with("authored", "2026-03-%02dT20:10:00+01:00".formatted(day))
                .with("peak", String.valueOf(peak))
                .json();
        return Case.naming("%s/2026-03-%02dT20:00".formatted(order, day), response);
    }
}
