package org.cbthomework.plugin.refusal;

/**
 * Something that cannot be accepted. Never holds an answer or a name.
 *
 * @param expression where it stands, as FHIRPath
 * @param message what is wrong and what would be right
 */
public record Problem(String expression, String message) {}
