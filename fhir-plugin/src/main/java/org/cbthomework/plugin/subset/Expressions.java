package org.cbthomework.plugin.subset;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cbthomework.plugin.subset.Known.Declared;
import org.cbthomework.plugin.subset.expression.Formula;
import org.cbthomework.plugin.subset.list.SubsetList;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Expression;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Questionnaire;

/** Every expression, with the variables that are known where it stands. */
final class Expressions {

    private static final String VARIABLE = Placed.HL7 + "variable";
    private static final String POPULATION = Placed.SDC + "itemPopulationContext";
    private static final String LAUNCH = Placed.SDC + "launchContext";

    private final SubsetList list;
    private final Reasons reasons;
    private final Map<String, List<Formula>> deciding = new HashMap<>();
    private int count;

    /** Which expressions there are of an item, and what each may do. */
    private enum Use {
        ENABLE_WHEN("enableWhenExpression", true),
        CALCULATED("calculatedExpression", true),
        INITIAL("initialExpression", false),
        ANSWER("answerExpression", false);

        private final String name;
        private final boolean isComputedAgain;

        Use(String name, boolean isComputedAgain) {
            this.name = name;
            this.isComputedAgain = isComputedAgain;
        }
    }

    /** Where an expression stands. */
    private record At(String linkId, String path) {
        static At of(Placed placed) {
            return new At(placed.linkId(), placed.path());
        }
    }

    Expressions(SubsetList list, Reasons reasons) {
        this.list = list;
        this.reasons = reasons;
    }

    void check(Questionnaire questionnaire) {
        At root = new At("", "Questionnaire");
        Known known = Known.outermost();
        questionnaire.getExtensionsByUrl(LAUNCH).forEach(each -> launch(root, each, known));
        questionnaire.getExtensionsByUrl(VARIABLE).forEach(each -> variable(root, each, known, true));
        Map<String, Known> byPath = new HashMap<>(Map.of("Questionnaire", known));
        for (Placed placed : Placed.all(questionnaire)) {
            String parent = placed.parent().map(Placed::path).orElse("Questionnaire");
            byPath.put(placed.path(), item(placed, byPath.getOrDefault(parent, known)));
        }
        if (count > list.limits().expressions()) {
            reasons.add(
                    "",
                    "Questionnaire",
                    "limit",
                    "has more than " + list.limits().expressions() + " expressions; use fewer");
        }
    }

    /** The formulas that decide about an item or its value. */
    List<Formula> deciding(String linkId) {
        return deciding.getOrDefault(linkId, List.of());
    }

    private Known item(Placed placed, Known around) {
        Known known = around.copy();
        At at = At.of(placed);
        for (Use use : Use.values()) {
            placed.item().getExtensionsByUrl(Placed.SDC + use.name).forEach(each -> expression(at, each, use, known));
        }
        placed.item().getExtensionsByUrl(POPULATION).forEach(each -> population(placed, each, known));
        placed.item().getExtensionsByUrl(VARIABLE).forEach(each -> variable(at, each, known, false));
        return known;
    }

    private void launch(At at, Extension launch, Known known) {
        boolean isPatient = launch.getExtensionByUrl("name") != null
                && launch.getExtensionByUrl("name").getValue() instanceof Coding name
                && "patient".equals(name.getCode());
        if (isPatient) {
            known.add("patient", new Declared(true, List.of()));
        } else {
            reasons.add(
                    at.linkId(),
                    at.path(),
                    "expression-variable",
                    "wants more than the patient at launch; use patient alone");
        }
    }

    private void expression(At at, Extension extension, Use use, Known known) {
        Optional<Formula> formula = fhirPath(at, extension, known);
        if (formula.isEmpty()) {
            return;
        }
        if (formula.get().variables().contains("context")) {
            add(at, "expression-context", "has an expression that begins at %context; declare a variable on its group");
        }
        if (use.isComputedAgain) {
            Declared reach = known.reach(formula.get());
            deciding.computeIfAbsent(at.linkId(), each -> new ArrayList<>()).addAll(reach.formulas());
            if (reach.isElsewhere()) {
                add(
                        at,
                        "expression-elsewhere",
                        "has a value that depends on more than the response; use answers alone");
            }
        }
    }

    private void population(Placed placed, Extension extension, Known known) {
        At at = At.of(placed);
        if (!placed.item().getRepeats()) {
            add(at, "extension-place", "is filled in from a list and does not repeat; let it repeat");
        }
        fhirPath(at, extension, known);
        declare(at, extension, known, new Declared(true, List.of()));
    }

    private void variable(At at, Extension extension, Known known, boolean mayQuery) {
        if (mayQuery
                && extension.getValue() instanceof Expression query
                && Queries.LANGUAGE.equals(query.getLanguage())) {
            count++;
            Queries.fault(list.expressions().queries(), String.valueOf(query.getExpression()), known.has("patient"))
                    .ifPresent(fault -> add(at, "query", "has a query that " + fault));
            declare(at, extension, known, new Declared(true, List.of()));
            return;
        }
        Optional<Formula> formula = fhirPath(at, extension, known);
        declare(at, extension, known, formula.map(known::reach).orElseGet(() -> new Declared(false, List.of())));
    }

    private void declare(At at, Extension extension, Known known, Declared variable) {
        String name = extension.getValue() instanceof Expression named && named.hasName() ? named.getName() : "";
        if (name.isEmpty() || !known.add(name, variable)) {
            add(
                    at,
                    "expression-variable",
                    "declares a variable without a name, or under one that is taken; name it otherwise");
        }
    }

    private Optional<Formula> fhirPath(At at, Extension extension, Known known) {
        count++;
        if (!(extension.getValue() instanceof Expression expression) || !expression.hasExpression()) {
            add(at, "extension-value", "has an expression that says nothing; write it, or take it out");
            return Optional.empty();
        }
        if (!"text/fhirpath".equals(expression.getLanguage())) {
            add(
                    at,
                    "expression-language",
                    "has an expression in " + expression.getLanguage() + "; write it in text/fhirpath");
            return Optional.empty();
        }
        Formula.Read read = Formula.read(expression.getExpression());
        read.breaches().forEach(breach -> add(at, breach.rule(), breach.says()));
        read.formula().stream()
                .flatMap(formula -> formula.variables().stream())
                .filter(name -> !known.has(name))
                .forEach(name -> add(
                        at,
                        "expression-variable",
                        "has an expression that uses %" + name + ", which is not declared before it; declare it"));
        return read.formula();
    }

    private void add(At at, String rule, String says) {
        reasons.add(at.linkId(), at.path(), rule, says);
    }
}
