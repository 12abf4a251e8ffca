package org.cbthomework.plugin.subset.expression;

import java.util.List;
import org.hl7.fhir.r4.model.QuestionnaireResponse;

/** One response, held for the expressions of its worksheet; for one thread, and for as long as its budget lasts. */
public final class Sitting {

    private final Budget budget;
    private final Engine engine;
    private final QuestionnaireResponse response;

    /** Takes a copy, which may be changed between evaluations. */
    public Sitting(QuestionnaireResponse original) {
        engine = new Engine(new Values());
        budget = new Budget();
        response = new Watched(original, budget);
    }

    public QuestionnaireResponse response() {
        return response;
    }

    /** The scope of the whole response, which remembers the values of its variables: take a new one after a change. */
    public Scope scope(List<Variable> declared) {
        return Scope.root(this, declared);
    }

    Engine engine() {
        return engine;
    }

    Budget budget() {
        return budget;
    }
}
