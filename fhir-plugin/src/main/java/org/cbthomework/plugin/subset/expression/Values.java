package org.cbthomework.plugin.subset.expression;

import java.util.List;
import org.hl7.fhir.r4.fhirpath.FHIRPathEngine;
import org.hl7.fhir.r4.fhirpath.FHIRPathUtilityClasses.FunctionDetails;
import org.hl7.fhir.r4.fhirpath.IHostApplicationServices;
import org.hl7.fhir.r4.fhirpath.TypeDetails;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.ValueSet;
import org.hl7.fhir.utilities.fhirpath.FHIRPathConstantEvaluationMode;
import org.jspecify.annotations.Nullable;

/** What the engine may ask of us: the values of variables, and nothing else. */
final class Values implements IHostApplicationServices {

    @Override
    public List<Base> resolveConstant(
            FHIRPathEngine engine, Object scope, String name, FHIRPathConstantEvaluationMode mode) {
        if (mode != FHIRPathConstantEvaluationMode.EXPLICIT) {
            return List.of();
        }
        String plain = (name.startsWith("%") ? name.substring(1) : name).replace("`", "");
        return ((Scope) scope).value(plain);
    }

    @Override
    public @Nullable TypeDetails resolveConstantType(
            FHIRPathEngine engine, Object scope, String name, FHIRPathConstantEvaluationMode mode) {
        return null;
    }

    @Override
    public boolean log(String argument, List<Base> focus) {
        return false;
    }

    @Override
    public @Nullable FunctionDetails resolveFunction(FHIRPathEngine engine, String name) {
        return null;
    }

    @Override
    public TypeDetails checkFunction(
            FHIRPathEngine engine, Object scope, String name, TypeDetails focus, List<TypeDetails> parameters) {
        throw new Unanswerable();
    }

    @Override
    public List<Base> executeFunction(
            FHIRPathEngine engine, Object scope, List<Base> focus, String name, List<List<Base>> parameters) {
        throw new Unanswerable();
    }

    @Override
    public Base resolveReference(FHIRPathEngine engine, Object scope, String url, Base refContext) {
        throw new Unanswerable();
    }

    @Override
    public boolean conformsToProfile(FHIRPathEngine engine, Object scope, Base item, String url) {
        throw new Unanswerable();
    }

    @Override
    public ValueSet resolveValueSet(FHIRPathEngine engine, Object scope, String url) {
        throw new Unanswerable();
    }

    @Override
    public boolean paramIsType(String name, int index) {
        return false;
    }
}
