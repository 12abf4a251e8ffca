package org.cbthomework.demo.access;

import java.util.Set;
import org.cbthomework.plugin.access.rule.Rule;
import org.jspecify.annotations.Nullable;

/**
 * One thing that somebody tries in vain.
 *
 * @param family of negative cases, by the number it has in the threat model
 * @param says who tries what, as a sentence
 * @param token what they present; null for nothing
 * @param total what a bundle has to say as its total, or {@link #UNTOLD}
 * @param rules which of them deny it: without any of these, something of that kind gets through
 */
record Check(int family, String says, @Nullable String token, Ask ask, Outcome outcome, int total, Set<Rule> rules) {

    static final int UNTOLD = -1;

    Check {
        rules = Set.copyOf(rules);
    }

    /** What has to come of it, besides that nothing is told, changed or broken. */
    enum Outcome {
        /** 401, with a challenge. */
        UNAUTHENTICATED,
        /** 403, in the same words whether or not it exists. */
        FORBIDDEN,
        /** Neither a success nor a failure of the server, the same whether or not it exists. */
        REFUSED,
        /** Done, in silence about everybody else. */
        SILENT,
        /** Whatever comes of it, B is not in it. */
        NOTHING,
        /** A batch in which each entry is denied, in the same words whether or not it exists. */
        ENTRIES_FORBIDDEN
    }
}
