package org.cbthomework.plugin.subset.expression;

import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.QuestionnaireResponse;

/** A response that charges each look at it: no loop can begin at its root again and again for nothing. */
final class Watched extends QuestionnaireResponse {

    private static final long serialVersionUID = 1L;

    private final transient Budget budget;

    Watched(QuestionnaireResponse response, Budget budget) {
        this.budget = budget;
        response.copyValues(this);
    }

    @Override
    public Base[] getProperty(int hash, String name, boolean checkValid) {
        Base[] found = super.getProperty(hash, name, checkValid);
        budget.spend(found == null ? 0 : found.length);
        return found;
    }
}
