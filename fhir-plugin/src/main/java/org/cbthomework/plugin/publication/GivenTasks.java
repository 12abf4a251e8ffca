package org.cbthomework.plugin.publication;

import java.time.Instant;
import org.cbthomework.adherence.Judged;
import org.cbthomework.plugin.report.WritingOccasions;
import org.hl7.fhir.r4.model.Task;

/** Tasks that somebody else laid out: what became of them is told in them, and nothing else of them is touched. */
final class GivenTasks {

    private GivenTasks() {}

    /** Whether the occasion is a Task of somebody else's: then it has the Task's own name. */
    static boolean isGiven(Judged judged) {
        return judged.occasion().key().value().startsWith("Task/");
    }

    /** A Task with nothing but what is told of the occasion. */
    static Task state(Judged judged, Instant now) {
        Task state = new Task();
        WritingOccasions.tellGiven(judged, now, state);
        return state;
    }

    /** Tells in the Task what became of it, and whether that is new. */
    static boolean tell(Judged judged, Instant now, Task task) {
        Task before = task.copy();
        WritingOccasions.tellGiven(judged, now, task);
        return !before.equalsDeep(task);
    }
}
