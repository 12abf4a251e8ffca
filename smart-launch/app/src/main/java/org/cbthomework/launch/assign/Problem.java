package org.cbthomework.launch.assign;

import java.util.List;

/**
 * What is wrong in a form.
 *
 * @param field that it is about; empty if it is about none
 * @param key of the message that says it, with the remedy
 * @param arguments what the message quotes
 */
public record Problem(String field, String key, List<Object> arguments) {

    public Problem {
        arguments = List.copyOf(arguments);
    }

    static Problem of(String field, String key, Object... arguments) {
        return new Problem(field, key, List.of(arguments));
    }

    public Object[] quoted() {
        return arguments.toArray();
    }
}
