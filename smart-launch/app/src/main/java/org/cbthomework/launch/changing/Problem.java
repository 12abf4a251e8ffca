package org.cbthomework.launch.changing;

/**
 * Why something cannot be done as it was asked for.
 *
 * @param field of the form that is to be put right
 * @param code of the words, which name the remedy
 */
public record Problem(String field, String code) {}
