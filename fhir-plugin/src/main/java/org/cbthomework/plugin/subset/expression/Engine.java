package org.cbthomework.plugin.subset.expression;

import ca.uhn.fhir.context.FhirContext;
import java.util.List;
import org.hl7.fhir.r4.fhirpath.ExpressionNode;
import org.hl7.fhir.r4.fhirpath.FHIRLexer.FHIRLexerException;
import org.hl7.fhir.r4.fhirpath.FHIRPathEngine;
import org.hl7.fhir.r4.hapi.ctx.HapiWorkerContext;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.QuestionnaireResponse;

/** HAPI's FHIRPath engine: seconds for the first in a JVM, which loads R4's definitions, and a millisecond for others. */
final class Engine {

    private final FHIRPathEngine engine;

    Engine(Values values) {
        engine = new FHIRPathEngine(Definitions.R4);
        engine.setHostServices(values);
    }

    /** @throws FHIRLexerException if it is no FHIRPath */
    static ExpressionNode parse(String text) throws FHIRLexerException {
        return new FHIRPathEngine(Definitions.R4).parse(text);
    }

    List<Base> evaluate(Scope scope, QuestionnaireResponse resource, Base context, ExpressionNode expression) {
        return engine.evaluate(scope, resource, resource, context, expression);
    }

    /** Loaded when the first expression is read, and not before. */
    private static final class Definitions {
        static final HapiWorkerContext R4 = new HapiWorkerContext(
                FhirContext.forR4Cached(), FhirContext.forR4Cached().getValidationSupport());
    }
}
