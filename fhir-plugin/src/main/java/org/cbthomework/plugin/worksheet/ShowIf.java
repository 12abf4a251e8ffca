package org.cbthomework.plugin.worksheet;

import java.util.List;
import java.util.Optional;
import org.cbthomework.plugin.subset.expression.Formula;
import org.cbthomework.plugin.subset.expression.Scope;
import org.cbthomework.plugin.subset.expression.Unanswerable;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.BooleanType;

/**
 * The expression that decides whether an item is shown, if it has one.
 *
 * @param formula none although there is an expression, if the server does not evaluate it
 */
record ShowIf(boolean hasExpression, Optional<Formula> formula) {

    /** What it says: hidden if it has no value, and untold if it fails or is not about true and false. */
    Showing by(Optional<Scope> scope) {
        if (!hasExpression) {
            return Showing.SHOWN;
        }
        return scope.flatMap(each -> formula.map(condition -> evaluate(condition, each)))
                .orElse(Showing.UNTOLD);
    }

    private static Showing evaluate(Formula condition, Scope scope) {
        try {
            List<Base> value = scope.evaluate(condition);
            if (value.isEmpty()) {
                return Showing.HIDDEN;
            }
            if (value.size() == 1 && value.get(0) instanceof BooleanType told) {
                return told.booleanValue() ? Showing.SHOWN : Showing.HIDDEN;
            }
            return Showing.UNTOLD;
        } catch (Unanswerable e) {
            return Showing.UNTOLD;
        }
    }
}
