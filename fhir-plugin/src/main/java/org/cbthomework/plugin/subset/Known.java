package org.cbthomework.plugin.subset;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.cbthomework.plugin.subset.expression.Formula;

/** The variables that are declared where an expression stands; those before it, and those around it. */
final class Known {

    private final Map<String, Declared> declared;

    /**
     * A variable.
     *
     * @param isElsewhere whether its value depends on more than the response
     * @param formulas those that its value follows from
     */
    record Declared(boolean isElsewhere, List<Formula> formulas) {}

    private Known(Map<String, Declared> declared) {
        this.declared = declared;
    }

    static Known outermost() {
        Known known = new Known(new HashMap<>());
        known.add("resource", new Declared(false, List.of()));
        known.add("context", new Declared(false, List.of()));
        return known;
    }

    /** For what is within: whatever is added there is not known here. */
    Known copy() {
        return new Known(new HashMap<>(declared));
    }

    /** Whether the name was free. */
    boolean add(String name, Declared variable) {
        return declared.putIfAbsent(name, variable) == null;
    }

    boolean has(String name) {
        return declared.containsKey(name);
    }

    /** What a formula amounts to, with all that its variables follow from. */
    Declared reach(Formula formula) {
        Set<String> used = formula.variables();
        boolean isElsewhere =
                formula.asksForTheTime() || used.stream().anyMatch(name -> has(name) && of(name).isElsewhere());
        List<Formula> formulas = Stream.concat(
                        Stream.of(formula),
                        used.stream().filter(this::has).flatMap(name -> of(name).formulas().stream()))
                .distinct()
                .toList();
        return new Declared(isElsewhere, formulas);
    }

    private Declared of(String name) {
        return declared.getOrDefault(name, new Declared(false, List.of()));
    }
}
