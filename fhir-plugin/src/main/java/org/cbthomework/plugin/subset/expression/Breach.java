package org.cbthomework.plugin.subset.expression;

/**
 * Why an expression is outside the subset.
 *
 * @param rule the id of the rule in the list
 * @param says what is wrong and what to do instead
 */
public record Breach(String rule, String says) {}
