package org.cbthomework.adherence;

import java.util.Optional;
import org.cbthomework.adherence.schedule.Occasion;

/**
 * An occasion and what became of it.
 *
 * @param answer the response that filled it, wholly or in part
 */
public record Judged(Occasion occasion, Outcome outcome, Optional<Submission> answer) {

    /** Whether it was done in time but reached the server only after the grace, as from a phone that was offline. */
    public boolean isReceivedLate() {
        return outcome.isInTime()
                && answer.filter(
                                each -> occasion.window().isOverAt(each.handIn().received()))
                        .isPresent();
    }
}
