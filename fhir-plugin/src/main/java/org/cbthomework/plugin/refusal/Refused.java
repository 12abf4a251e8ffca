package org.cbthomework.plugin.refusal;

import java.util.List;

/** A resource that is not accepted, for one or more reasons. Nothing of it is stored. */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    public Refused(List<Problem> problems) {
        super(problems.isEmpty() ? "" : problems.get(0).message());
        this.problems = List.copyOf(problems);
    }

    public Refused(String expression, String message) {
        this(List.of(new Problem(expression, message)));
    }

    public List<Problem> problems() {
        return problems;
    }
}
