package org.cbthomework.plugin.subset.expression;

import java.util.Set;
import org.cbthomework.plugin.subset.list.SubsetList;

/** The functions and operators of the list. */
record Grammar(Set<String> functions, Set<String> clock, Set<String> operators, int longest, int deepest) {

    static final Grammar PUBLISHED = of(SubsetList.PUBLISHED);

    private static Grammar of(SubsetList list) {
        return new Grammar(
                list.expressions().functions(),
                list.expressions().clock(),
                list.expressions().operators(),
                list.limits().expressionLength(),
                list.limits().nesting());
    }

    /** Functions whose argument is evaluated once for each element. */
    boolean isLoop(String function) {
        return switch (function) {
            case "where", "select", "all", "exists", "aggregate" -> true;
            default -> false;
        };
    }

    /** Functions whose argument is the name of a type. */
    boolean namesType(String function) {
        return switch (function) {
            case "is", "as", "ofType" -> true;
            default -> false;
        };
    }
}
