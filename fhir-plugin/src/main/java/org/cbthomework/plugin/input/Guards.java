package org.cbthomework.plugin.input;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.core.env.PropertyResolver;

/**
 * Which rules hold, and with what bounds.
 *
 * @param rules those that are not switched off
 */
record Guards(Limits limits, Set<Rule> rules) {

    static final Guards ALL = new Guards(Limits.DEFAULT, EnumSet.allOf(Rule.class));

    Guards {
        rules = Set.copyOf(rules);
    }

    /**
     * Reads what is configured.
     *
     * @throws IllegalArgumentException if it cannot be read; names the setting, the value and the remedy
     */
    static Guards read(PropertyResolver settings) {
        Set<Rule> rules = EnumSet.allOf(Rule.class);
        Stream.of(settings.getProperty("cbt-homework.input.off", "").split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .forEach(name -> switchOff(rules, name));
        return new Guards(Limits.read(settings), rules);
    }

    private static void switchOff(Set<Rule> rules, String name) {
        if (name.equals("all")) {
            rules.clear();
            return;
        }
        rules.remove(Arrays.stream(Rule.values())
                .filter(rule -> rule.setting().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("cbt-homework.input.off has '" + name
                        + "', which is no rule; use some of "
                        + String.join(
                                ", ",
                                Arrays.stream(Rule.values()).map(Rule::setting).toList())
                        + ", or all")));
    }

    boolean has(Rule rule) {
        return rules.contains(rule);
    }

    /**
     * Holds a request to a rule, if it is on.
     *
     * @throws Refusal if the rule is on and broken
     */
    void hold(Rule rule, boolean isKept, Supplier<String> message) {
        if (!isKept && has(rule)) {
            throw new Refusal(rule, message.get());
        }
    }
}
