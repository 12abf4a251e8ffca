package org.cbthomework.plugin.subset.expression;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.hl7.fhir.r4.fhirpath.ExpressionNode;
import org.hl7.fhir.r4.fhirpath.ExpressionNode.Kind;
import org.hl7.fhir.r4.fhirpath.ExpressionNode.Operation;
import org.hl7.fhir.r4.fhirpath.FHIRPathUtilityClasses.FHIRConstant;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.StringType;

/** One walk over an expression: what it uses, and what of that is not in the list. */
final class Walk {

    private final Grammar grammar;
    private final List<Breach> breaches = new ArrayList<>();
    private final Set<String> variables = new HashSet<>();
    private final Set<String> texts = new HashSet<>();
    private final Set<String> prefixes = new HashSet<>();
    private boolean asksForTheTime;

    /**
     * Where a part of an expression stands.
     *
     * @param depth how many loops are around it
     * @param home the depth of the {@code aggregate} around it
     * @param totals counts {@code $total} in there
     */
    private record Place(int depth, int home, AtomicInteger totals) {

        static Place outermost() {
            return new Place(0, 0, new AtomicInteger());
        }

        Place inLoop(boolean aggregates) {
            return aggregates
                    ? new Place(depth + 1, depth + 1, new AtomicInteger())
                    : new Place(depth + 1, home, totals);
        }
    }

    Walk(Grammar grammar) {
        this.grammar = grammar;
    }

    void over(ExpressionNode expression) {
        chain(expression, Place.outermost());
    }

    List<Breach> breaches() {
        return List.copyOf(breaches);
    }

    Set<String> variables() {
        return variables;
    }

    Set<String> texts() {
        return texts;
    }

    Set<String> prefixes() {
        return prefixes;
    }

    boolean asksForTheTime() {
        return asksForTheTime;
    }

    /** A path, and the operator and operand that follow it. */
    private void chain(ExpressionNode start, Place place) {
        beginning(start, place);
        for (ExpressionNode node = start; node != null; node = node.getInner()) {
            part(node, place);
        }
        Operation operation = start.getOperation();
        if (operation == null) {
            return;
        }
        if (!grammar.operators().contains(operation.toCode())) {
            add("expression-operator", "uses the operator '" + operation.toCode() + "'; use another");
        }
        if (operation != Operation.Is && operation != Operation.As && start.getOpNext() != null) {
            chain(start.getOpNext(), place);
        }
    }

    private void beginning(ExpressionNode start, Place place) {
        boolean isBare = start.getKind() == Kind.Name
                || (start.getKind() == Kind.Function && !isFree(String.valueOf(start.getName())));
        if (place.depth() == 0 && isBare) {
            add(
                    "expression-context",
                    "begins with '" + start.getName() + "'; begin with %resource, %context or a variable");
        }
    }

    private boolean isFree(String function) {
        return "iif".equals(function) || grammar.clock().contains(function);
    }

    private void part(ExpressionNode node, Place place) {
        switch (node.getKind()) {
            case Name -> name(node, place);
            case Function -> function(node, place);
            case Constant -> constant(node);
            case Group -> chain(node.getGroup(), place);
            case Unary -> {
                // Its sign is the operator, and its operand follows.
            }
        }
    }

    private void name(ExpressionNode node, Place place) {
        String name = String.valueOf(node.getName());
        if ("$total".equals(name)) {
            if (place.totals().incrementAndGet() > 1 || place.depth() != place.home()) {
                add("expression-cost", "uses $total more than once, or in another loop; use it once in its aggregate");
            }
        } else if (name.startsWith("$") && !"$this".equals(name)) {
            add("expression-variable", "uses " + name + "; use $this or $total");
        }
    }

    private void function(ExpressionNode node, Place place) {
        String name = String.valueOf(node.getName());
        asksForTheTime |= grammar.clock().contains(name);
        if (!grammar.functions().contains(name) && !grammar.clock().contains(name)) {
            add("expression-function", "uses the function " + name + "(); use one of the list");
        }
        List<ExpressionNode> parameters = node.getParameters() == null ? List.of() : node.getParameters();
        if (grammar.namesType(name)) {
            return;
        }
        boolean isLoop = grammar.isLoop(name) && !parameters.isEmpty();
        Place inside = isLoop ? place.inLoop("aggregate".equals(name)) : place;
        if (inside.depth() > grammar.deepest()) {
            add("expression-cost", "nests more than " + grammar.deepest() + " loops; take it apart with variables");
        }
        for (ExpressionNode parameter : parameters) {
            if ("startsWith".equals(name) && parameter.getConstant() instanceof StringType prefix) {
                prefixes.add(prefix.getValue());
            }
            chain(parameter, inside);
        }
    }

    private void constant(ExpressionNode node) {
        Base constant = node.getConstant();
        if (constant instanceof FHIRConstant reference) {
            String text = reference.getValue();
            if (text.startsWith("%")) {
                variables.add(text.substring(1).replace("`", ""));
            } else {
                add("expression-operator", "has a date or time as a constant; compare with an answer instead");
            }
        } else if (constant instanceof Quantity) {
            add("expression-operator", "has a quantity as a constant; use a number");
        } else if (constant instanceof StringType text) {
            texts.add(text.getValue());
        }
    }

    private void add(String rule, String says) {
        breaches.add(new Breach(rule, "has an expression that " + says));
    }
}
