package org.cbthomework.plugin.subset.list;

import java.util.List;
import java.util.Set;

/**
 * What an expression may use.
 *
 * @param clock functions that ask for the time, for what is filled in beforehand alone
 * @param variables those that are there without being declared
 */
public record ExpressionList(
        Set<String> languages,
        Set<String> functions,
        Set<String> clock,
        Set<String> operators,
        Set<String> variables,
        List<Query> queries) {

    /** A search that a variable may make. */
    public record Query(String type, Set<String> parameters) {}
}
