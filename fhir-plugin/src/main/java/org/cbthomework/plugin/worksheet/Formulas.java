package org.cbthomework.plugin.worksheet;

import java.util.List;
import java.util.Optional;
import org.cbthomework.plugin.subset.expression.Formula;
import org.cbthomework.plugin.subset.expression.Variable;
import org.hl7.fhir.r4.model.Expression;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.jspecify.annotations.Nullable;

/** The expressions of a worksheet, read where they stand; what is outside the subset is not evaluated. */
final class Formulas {

    private static final String SDC = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-";
    private static final String VARIABLE = "http://hl7.org/fhir/StructureDefinition/variable";
    private static final String FHIRPATH = "text/fhirpath";

    private Formulas() {}

    static ShowIf showIf(QuestionnaireItemComponent item) {
        Extension condition = item.getExtensionByUrl(SDC + "enableWhenExpression");
        return new ShowIf(condition != null, formula(condition));
    }

    static Optional<Formula> calculation(QuestionnaireItemComponent item) {
        return formula(item.getExtensionByUrl(SDC + "calculatedExpression"));
    }

    static List<Variable> variables(QuestionnaireItemComponent item) {
        return variables(item.getExtensionsByUrl(VARIABLE));
    }

    static List<Variable> variables(Questionnaire questionnaire) {
        return variables(questionnaire.getExtensionsByUrl(VARIABLE));
    }

    private static List<Variable> variables(List<Extension> declarations) {
        return declarations.stream()
                .filter(each -> each.getValue() instanceof Expression named && named.hasName())
                .map(each -> new Variable(((Expression) each.getValue()).getName(), formula(each)))
                .toList();
    }

    private static Optional<Formula> formula(@Nullable Extension extension) {
        if (extension == null
                || !(extension.getValue() instanceof Expression expression)
                || !FHIRPATH.equals(expression.getLanguage())
                || !expression.hasExpression()) {
            return Optional.empty();
        }
        return Formula.read(expression.getExpression()).formula();
    }
}
