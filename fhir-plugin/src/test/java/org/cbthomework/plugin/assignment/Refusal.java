package org.cbthomework.plugin.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.cbthomework.plugin.refusal.Problem;
import org.cbthomework.plugin.refusal.Refused;

/** The one problem that something is refused for. */
record Refusal(Problem problem) {

    static Refusal of(ThrowingCallable refused) {
        Refused refusal = catchThrowableOfType(Refused.class, refused);
        assertThat(refusal).as("not refused").isNotNull();
        assertThat(refusal.problems()).hasSize(1);
        return new Refusal(refusal.problems().get(0));
    }

    void says(String expression, String message) {
        assertThat(problem).isEqualTo(new Problem(expression, message));
    }
}
