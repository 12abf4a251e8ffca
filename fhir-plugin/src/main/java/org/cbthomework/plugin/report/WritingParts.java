package org.cbthomework.plugin.report;

import static org.cbthomework.adherence.Outcome.BACK_FILLED;
import static org.cbthomework.adherence.Outcome.EXCUSED;
import static org.cbthomework.adherence.Outcome.LATE;
import static org.cbthomework.adherence.Outcome.MISSED;
import static org.cbthomework.adherence.Outcome.ON_TIME;
import static org.cbthomework.adherence.Outcome.PARTIAL;
import static org.cbthomework.adherence.Outcome.PENDING;

import java.util.Optional;
import java.util.stream.Stream;
import org.cbthomework.adherence.Adherence;
import org.cbthomework.adherence.Judged;
import org.cbthomework.adherence.Submission;

/** Writes what the Observations of an assignment and of its weeks have in common: done of due, and every part beside it. */
final class WritingParts {

    private final Adherence adherence;
    private final HomeworkObservation observation;

    WritingParts(Adherence adherence, HomeworkObservation observation) {
        this.adherence = adherence;
        this.observation = observation;
    }

    void write(boolean isFinal) {
        observation.value(adherence.doneOfDue(), isLog() || isFinal ? "not-applicable" : "temp-unknown");
        observation.part("occasions-due", adherence.due());
        observation.part("occasions-done", adherence.done());
        observation.part("occasions-in-time", adherence.inTime());
        observation.interval("done-interval-95", adherence.doneOfDue());
        observation.interval("in-time-interval-95", adherence.inTimeOfDue());
        counts();
        answers().map(Submission::id).forEach(observation::derivedFrom);
    }

    private void counts() {
        observation.part("on-time", adherence.count(ON_TIME));
        observation.part("late", adherence.count(LATE));
        observation.part("back-filled", adherence.count(BACK_FILLED));
        observation.part("partial", adherence.count(PARTIAL));
        observation.part("missed", adherence.count(MISSED));
        observation.part("pending", adherence.count(PENDING));
        observation.part("excused", adherence.count(EXCUSED));
        observation.part("extra", isLog() ? 0 : adherence.extras().size());
        observation.part("received-late", adherence.receivedLate());
        if (isLog()) {
            observation.part("entries", adherence.extras().size());
            observation.part("monitored-days", adherence.monitoring().count());
            observation.part("days-asked", adherence.monitoring().asked().size());
        }
    }

    /** The counts in words: for a diary what was logged in time comes first, for practice what was done. */
    String words() {
        if (isLog()) {
            return "Entries: " + adherence.extras().size() + ". Days monitored: "
                    + adherence.monitoring().headline().text() + ".";
        }
        String done = "Done: " + adherence.doneOfDue().text() + ".";
        String inTime = "Logged in time: " + adherence.inTimeOfDue().text() + ".";
        String latest = adherence
                .latestBucket()
                .map(bucket -> " Latest: " + bucket.text() + ".")
                .orElse("");
        boolean inTimeFirst = adherence.assignment().kind().leadsWithInTime();
        return (inTimeFirst ? inTime + " " + done : done + " " + inTime) + latest;
    }

    private boolean isLog() {
        return adherence.assignment().isEventContingent();
    }

    private Stream<Submission> answers() {
        return Stream.concat(
                adherence.occasions().stream()
                        .filter(each -> each.outcome().isDone() || each.outcome() == PARTIAL)
                        .map(Judged::answer)
                        .flatMap(Optional::stream),
                adherence.extras().stream().map(Adherence.Extra::submission));
    }
}
