package org.cbthomework.adherence;

import java.util.Optional;
import org.cbthomework.adherence.schedule.Occasion;

/**
 * An occasion and what became of it.
 *
 * @param answer the response that filled it, wholly or in part
 */
public record Judged(Occasion occasion, Outcome outcome, Optional<Submission> answer) {

    /**
     * Whether it was done in time but reached the server only after the grace, as from a phone that was offline. Not so what
     * a clinician transcribed or a system imported (rule 13).
     */
    public boolean isReceivedLate() {
        return outcome.isInTime()
                && answer.map(Submission::handIn)
                        .filter(handIn -> handIn.by() == HandIn.Author.PATIENT)
                        .filter(handIn -> occasion.window().isOverAt(handIn.received()))
                        .isPresent();
    }
}
