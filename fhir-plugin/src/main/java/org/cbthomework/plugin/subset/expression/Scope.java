package org.cbthomework.plugin.subset.expression;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.DecimalType;
import org.jspecify.annotations.Nullable;

/** What an expression sees from one level of a response: its variables, and those around it. */
public final class Scope {

    private static final int MOST_VALUES = 10_000;
    private static final int LONGEST_TEXT = 10_000;
    private static final int LONGEST_NUMBER = 100;

    private final Sitting sitting;
    private final @Nullable Scope outer;
    private final List<Variable> declared;
    private final Base context;
    private final Map<String, List<Base>> known = new HashMap<>();
    private final Set<String> asked = new HashSet<>();

    private Scope(Sitting sitting, @Nullable Scope outer, List<Variable> declared, Base context) {
        this.sitting = sitting;
        this.outer = outer;
        this.declared = declared;
        this.context = context;
    }

    static Scope root(Sitting sitting, List<Variable> declared) {
        return new Scope(sitting, null, declared, sitting.response());
    }

    /** The scope of one instance of a group. */
    public Scope within(List<Variable> inner, Base instance) {
        return inner.isEmpty() ? this : new Scope(sitting, this, inner, instance);
    }

    /**
     * The value of an expression.
     *
     * @throws Unanswerable if it fails, takes too much, or depends on what only a client knows
     */
    public List<Base> evaluate(Formula formula) {
        try {
            sitting.budget().spend(0);
            return sitting.engine().evaluate(this, sitting.response(), context, formula.expression());
        } catch (RuntimeException | StackOverflowError failed) {
            // The engine's messages quote answers, and a formula may fail in any way that the engine has.
            throw new Unanswerable();
        }
    }

    /** The value of a variable, from the nearest level that declares it; none while it is asked for by itself. */
    List<Base> value(String name) {
        List<Base> value = known.get(name);
        if (value == null) {
            if (!asked.add(name)) {
                throw new Unanswerable();
            }
            Optional<Variable> here =
                    declared.stream().filter(each -> each.name().equals(name)).findFirst();
            value = here.map(this::value).orElseGet(() -> outside(name));
            known.put(name, value);
        }
        sitting.budget().spend(value.size());
        return value;
    }

    private List<Base> value(Variable variable) {
        List<Base> value = evaluate(variable.formula().orElseThrow(Unanswerable::new));
        if (value.size() > MOST_VALUES || value.stream().anyMatch(Scope::isTooLong)) {
            throw new Unanswerable();
        }
        return value;
    }

    private List<Base> outside(String name) {
        if (outer == null) {
            throw new Unanswerable();
        }
        return outer.value(name);
    }

    private static boolean isTooLong(Base value) {
        if (value instanceof DecimalType number) {
            return number.getValue().precision() > LONGEST_NUMBER;
        }
        String text = value.isPrimitive() ? value.primitiveValue() : null;
        return text != null && text.length() > LONGEST_TEXT;
    }
}
