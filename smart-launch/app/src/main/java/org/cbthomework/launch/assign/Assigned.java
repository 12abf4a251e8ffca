package org.cbthomework.launch.assign;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a plan that was sent.
 *
 * @param id of the assignment; null if it was not stored
 * @param planned the page, with what was filled in
 * @param problems in the form, in its order
 * @param refusal what the homework server says against it; null if it was not asked, or takes it
 * @param isAway whether the server does not answer, so that it is not known what is stored
 */
public record Assigned(
        @Nullable String id,
        Planned planned,
        List<Problem> problems,
        @Nullable String refusal,
        boolean isAway) {

    public Assigned {
        problems = List.copyOf(problems);
    }
}
