package org.cbthomework.plugin.subset.expression;

import java.util.Optional;

/**
 * A variable that a worksheet declares.
 *
 * @param formula none if only a client can tell its value
 */
public record Variable(String name, Optional<Formula> formula) {}
