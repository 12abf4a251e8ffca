package org.cbthomework.launch.changing;

import java.io.Serial;
import java.util.List;

/** What was asked for cannot be done as it was asked for; nothing was changed. */
public final class NotPossible extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    private final transient List<Problem> problems;

    NotPossible(List<Problem> problems) {
        super(String.join(", ", problems.stream().map(Problem::code).toList()));
        this.problems = List.copyOf(problems);
    }

    /** At least one, in the order of the form. */
    public List<Problem> problems() {
        return problems;
    }
}
