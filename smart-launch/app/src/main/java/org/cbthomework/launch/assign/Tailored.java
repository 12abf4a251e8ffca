package org.cbthomework.launch.assign;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page on which a worksheet is tailored, or what came of it.
 *
 * @param lines that may be put in other words or left out
 * @param id of the worksheet that was made; null if none was
 * @param reasons why the server lets no patient fill it in; none if it was not asked, or does
 */
public record Tailored(
        LibraryEntry entry,
        PlanForm form,
        List<Line> lines,
        @Nullable String id,
        List<Problem> problems,
        List<String> reasons) {

    public Tailored {
        lines = List.copyOf(lines);
        problems = List.copyOf(problems);
        reasons = List.copyOf(reasons);
    }

    /** A text, with the fields that it has in the form. */
    public record Line(String linkId, int depth, boolean mayBeLeftOut, boolean isLong) {}
}
